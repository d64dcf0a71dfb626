import type { RunContext } from '#contract/element-type.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { TableLogic } from './settings.ts';
import type { ReadRow } from './table-conditions.ts';
import type { Fail } from './unreadable.ts';

/**
 * The row that is taken of those that match, in their order; undefined where none does. The policies are those of DMN
 * that lead to one row; its *collect* would leave by several ways at once.
 */
export function rowTaken(
  table: TableLogic,
  matching: readonly ReadRow[],
  context: RunContext,
): ReadRow | Fail | undefined {
  const [first, second] = matching;
  if (!first || !second) return first;
  switch (table.hitPolicy) {
    case 'first':
      return first;
    case 'unique':
      return {
        do: 'fail',
        code: 'decision.several-rows',
        message: `${rowsInWords(matching)} match, but only one may; make them differ, or change which is taken`,
      };
    case 'any': {
      const other = matching.find((row) => !saysTheSame(first, row, context));
      if (!other) return first;
      return {
        do: 'fail',
        code: 'decision.rows-differ',
        message: `${rowsInWords([first, other])} match, but do not say the same; make them lead to the same way out and set the same values`,
      };
    }
    case 'priority': {
      const rank = ({ row }: ReadRow) => rankOf(table, row.exit);
      return matching.reduce((best, row) => (rank(row) < rank(best) ? row : best));
    }
    default:
      return assertNever(table.hitPolicy);
  }
}

/** The place of a way out in the order of priority; *otherwise* comes last. */
export function rankOf({ exits }: TableLogic, exit: string): number {
  const at = exits.findIndex(({ id }) => id === exit);
  return at < 0 ? exits.length : at;
}

function rowsInWords(rows: readonly ReadRow[]): string {
  const numbers = rows.map(({ number }) => String(number));
  return `The rows ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`;
}

function saysTheSame(a: ReadRow, b: ReadRow, context: RunContext): boolean {
  if (a.row.exit !== b.row.exit || a.values.length !== b.values.length) return false;
  return a.values.every(({ column, expression }, index) => {
    const other = b.values[index];
    if (other?.column !== column) return false;
    const [one, two] = [expression, other.expression].map((source) => context.evaluate(source).value ?? null);
    // Both are values that FEEL made; of records made alike the fields stand in the same order.
    return JSON.stringify(one) === JSON.stringify(two);
  });
}
