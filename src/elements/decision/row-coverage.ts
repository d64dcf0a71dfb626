import type { SettingsProblem } from '#contract/element-type.ts';
import { ALL, isEmptyRegion, type Region } from '#expressions/unary-tests/region.ts';
import type { Scope } from '#expressions/value-type.ts';
import { assertNever } from '#prelude/assert-never.ts';
import { rankOf } from './hit-policy.ts';
import {
  type Box,
  boxInWords,
  commonBox,
  isKnown,
  type KnownBox,
  piecesBeside,
  type RowBox,
  rowBoxes,
} from './row-boxes.ts';
import type { TableLogic } from './settings.ts';
import { nameOfColumn } from './table-conditions.ts';

/**
 * Rows that match the same, rows that are never taken, values that no row matches: where the cells compare with literals
 * only. Of anything else nothing is said.
 */
export function problemsOfCoverage(table: TableLogic, scope: Scope): readonly SettingsProblem[] {
  const all = rowBoxes(table, scope);
  const rows = all.filter(({ box }) => !matchesNothing(box));
  return [...emptyRows(table, all), ...problemsOfRows(table, rows)];
}

/** Rows that match something: what is wrong with them together. */
function problemsOfRows(table: TableLogic, rows: readonly RowBox[]): readonly SettingsProblem[] {
  const gap = gapProblem(table, rows);
  switch (table.hitPolicy) {
    case 'unique':
      return [...overlaps(table, rows, () => true, 'only one row may match'), ...gap];
    case 'any':
      return [...overlaps(table, rows, differ, 'rows that match together must say the same'), ...gap];
    case 'first':
      return [...neverTaken(table, rows, (_row, index) => rows.slice(0, index)), ...gap];
    case 'priority': {
      const before = ({ row: one }: RowBox, index: number) =>
        rows.filter(({ row: other }, at) => {
          const order = rankOf(table, other.row.exit) - rankOf(table, one.row.exit);
          return order < 0 || (order === 0 && at < index);
        });
      return [...neverTaken(table, rows, before), ...gap];
    }
    default:
      return assertNever(table.hitPolicy);
  }
}

function matchesNothing(box: Box): boolean {
  return box.some((region) => region !== undefined && isEmptyRegion(region));
}

function emptyRows(table: TableLogic, rows: readonly RowBox[]): readonly SettingsProblem[] {
  return rows.flatMap(({ row, box }): SettingsProblem[] => {
    const empty = table.inputs.find((_column, index) => matchesNothing([box[index]]));
    if (!empty) return [];
    const path = `logic.rules.${row.number - 1}`;
    const message = `Row ${row.number} is never taken, as there is nothing that its cell for “${nameOfColumn(table, empty)}” matches; change it or remove the row`;
    return [{ code: 'decision.row-never-taken', severity: 'warning', path, message }];
  });
}

type Pair = (a: RowBox, b: RowBox) => boolean;

/** One problem for each row that matches the same as a row before it. */
function overlaps(table: TableLogic, rows: readonly RowBox[], counts: Pair, why: string): readonly SettingsProblem[] {
  return rows.flatMap((later, index): SettingsProblem[] => {
    const path = `logic.rules.${later.row.number - 1}`;
    for (const earlier of rows.slice(0, index)) {
      const common = counts(earlier, later) ? commonBox(earlier.box, later.box) : undefined;
      if (!common) continue;
      const where = boxInWords(table, common);
      const message = `The rows ${earlier.row.number} and ${later.row.number} both match${where ? ` where ${where}` : ' everything'}, but ${why}`;
      return [{ code: 'decision.rows-overlap', severity: 'warning', path, message }];
    }
    return [];
  });
}

/** Rows that lead elsewhere or write other values. */
function differ({ row: a }: RowBox, { row: b }: RowBox): boolean {
  const values = ({ row }: RowBox['row']) => JSON.stringify(Object.entries(row.set ?? {}).sort());
  return a.row.exit !== b.row.exit || values(a) !== values(b);
}

function neverTaken(
  table: TableLogic,
  rows: readonly RowBox[],
  before: (row: RowBox, index: number) => readonly RowBox[],
): readonly SettingsProblem[] {
  const work = { done: 0 };
  return rows.flatMap((row, index): SettingsProblem[] => {
    const earlier = before(row, index);
    if (!isKnown(row.box) || left([row.box], earlier, work)?.length !== 0) return [];
    const code = 'decision.row-never-taken';
    const because = table.hitPolicy === 'first' ? 'rows before it match' : 'rows that come first match';
    const message = `Row ${row.row.number} is never taken, as ${because} all that it matches; move, change or remove it`;
    return [{ code, severity: 'warning', path: `logic.rules.${row.row.number - 1}`, message }];
  });
}

/** Boxes that are looked at in one table before nothing more is said of it. */
const MOST_WORK = 20_000;

/**
 * What rows leave of boxes; undefined where that takes too much work. Rows of which one cannot say what they match
 * leave everything.
 */
function left(
  boxes: readonly KnownBox[],
  rows: readonly { readonly box: Box }[],
  work: { done: number },
): readonly KnownBox[] | undefined {
  let rest = boxes;
  for (const { box } of rows) {
    if (work.done > MOST_WORK) return undefined;
    if (isKnown(box)) rest = rest.flatMap((piece) => piecesBeside(piece, box));
    work.done += 1 + rest.length;
  }
  return rest;
}

/** Of texts and options nobody knows here what they can be, so only what is missing of numbers, days, yes and no is told. */
function gapProblem(table: TableLogic, rows: readonly RowBox[]): readonly SettingsProblem[] {
  if (table.rules.length === 0 || !rows.every(({ box }) => isKnown(box))) return [];
  const rest = left([table.inputs.map(() => ALL)], rows, { done: 0 }) ?? [];
  const gap = rest.find((box) => !box.some(isOpenList));
  if (!gap) return [];
  const where = boxInWords(table, gap);
  const message = where
    ? `No row matches where ${where}; there it goes on by otherwise`
    : 'No row matches anything, so it always goes on by otherwise; change the rows';
  return [{ code: 'decision.gap', severity: 'info', path: 'logic.rules', message }];
}

function isOpenList(region: Region): boolean {
  return region.kind === 'values' && region.except;
}
