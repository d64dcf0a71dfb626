import { operandType } from '../comparators.ts';
import { literalOf } from '../rows/literals.ts';
import { isRowGroup, type Row, type RowGroup, typeOfVariable } from '../rows/row.ts';
import { rowsToFeel } from '../rows/rows-to-feel.ts';
import type { Scope } from '../value-type.ts';

/**
 * The cell of a decision table that holds where the rows do, in a column that asks for the one variable they are of.
 * There is at least one row.
 */
export function rowsToTests(group: RowGroup, scope: Scope): string {
  const { match, rows } = group;
  const single = rows.filter((row): row is Row => !isRowGroup(row));
  const [only] = single;
  if (single.length === rows.length && only) {
    if (rows.length === 1) return testOf(only, scope);
    const short = match === 'any' ? listOf(single, scope) : rangeOf(single, scope);
    if (short !== undefined) return short;
  }
  return rowsToFeel(group, scope, '?');
}

function testOf(row: Row, scope: Scope): string {
  switch (row.comparator) {
    case 'is-not':
      return `not(${operandOf(row, scope)})`;
    case 'not-in-list':
      return manyOf(row, scope).length > 0 ? `not(${manyOf(row, scope).join(', ')})` : asFeel(row, scope);
    default:
      return testInList(row, scope);
  }
}

/** As it stands among others, where `not(…)` would be read as a value. */
function testInList(row: Row, scope: Scope): string {
  const one = operandOf(row, scope);
  switch (row.comparator) {
    case 'equals':
      // A variable by itself could hold a list, any item of which would do.
      return row.other === undefined ? one : `= ${one}`;
    case 'is-not':
      return `!= ${one}`;
    case 'less-than':
      return `< ${one}`;
    case 'at-most':
      return `<= ${one}`;
    case 'more-than':
      return `> ${one}`;
    case 'at-least':
      return `>= ${one}`;
    case 'between':
      return `[${manyOf(row, scope).join('..')}]`;
    case 'in-list':
      return manyOf(row, scope).join(', ') || asFeel(row, scope);
    case 'is-set':
      return '!= null';
    case 'is-not-set':
      return 'null';
    default:
      return asFeel(row, scope);
  }
}

function listOf(rows: readonly Row[], scope: Scope): string {
  return rows.map((row) => testInList(row, scope)).join(', ');
}

/** `[18..65)` for at least 18 and less than 65. */
function rangeOf(rows: readonly Row[], scope: Scope): string | undefined {
  const [one, two, more] = rows;
  if (!one || !two || more) return undefined;
  const lower = [one, two].find(({ comparator }) => comparator === 'at-least' || comparator === 'more-than');
  const upper = [one, two].find(({ comparator }) => comparator === 'at-most' || comparator === 'less-than');
  if (!lower || !upper) return undefined;
  const open = lower.comparator === 'at-least' ? '[' : '(';
  const close = upper.comparator === 'at-most' ? ']' : ')';
  return `${open}${operandOf(lower, scope)}..${operandOf(upper, scope)}${close}`;
}

function asFeel(row: Row, scope: Scope): string {
  return rowsToFeel({ match: 'all', rows: [row] }, scope, '?');
}

function operandOf(row: Row, scope: Scope): string {
  return row.other ?? literalOf(row.value ?? null, typeOf(row, scope));
}

function manyOf(row: Row, scope: Scope): readonly string[] {
  return Array.isArray(row.value) ? row.value.map((value) => literalOf(value, typeOf(row, scope))) : [];
}

function typeOf(row: Row, scope: Scope) {
  return operandType(typeOfVariable(row.variable, scope) ?? { kind: 'any' });
}
