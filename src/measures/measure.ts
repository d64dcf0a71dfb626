import type { Evidence } from './evidence.ts';

/** One line of a measure's result, as SQL gives it back: columns by name. */
export type MeasureRow = { readonly [column: string]: string | number | null };

export type Unit = 'count' | 'share' | 'milliseconds';

/** A number that reports show, said once: in words, in SQL, and as a plain recount that the SQL is held against. */
export interface Measure<Row extends MeasureRow = MeasureRow> {
  readonly id: string;
  readonly title: string;
  /** One sentence: what the number says. */
  readonly says: string;
  /** What one row is about. */
  readonly per: 'element' | 'connector' | 'outcome' | 'all';
  readonly unit: Unit;
  /** The columns that name a row; the others are figures. */
  readonly keys: readonly (keyof Row & string)[];
  /** Exact, in the order of the keys. The same rows as {@link sql}, by counting. */
  recount(evidence: Evidence): readonly Row[];
  /** A `select` over the relations that {@link Evidence} describes; rows in any order. */
  readonly sql: string;
  /** The one figure that stands for a row on the map and in a sorted list; null where there is no evidence. */
  figure(row: Row): number | null;
}

/** A part of a whole from 0 to 1; null where the whole is empty. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
