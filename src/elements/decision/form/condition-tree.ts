import { COMPARATORS, type Comparator, comparatorsFor } from '#expressions/comparators.ts';
import { parseExpression } from '#expressions/expression.ts';
import { feelToRows } from '#expressions/rows/feel-to-rows.ts';
import { isRowGroup, type Row, type RowGroup } from '#expressions/rows/row.ts';
import { rowsToFeel } from '#expressions/rows/rows-to-feel.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { Json } from '#prelude/json.ts';
import type { Subject } from './subjects.ts';

/** How the text of a rule can be shown: as conditions, or why it cannot. */
export type Shown =
  | { readonly as: 'conditions'; readonly tree: RowGroup }
  | { readonly as: 'text'; readonly because: 'unreadable' | 'more' };

export function shownAs(when: string, scope: Scope): Shown {
  if (when.trim() === '') return { as: 'conditions', tree: { match: 'all', rows: [] } };
  const parsed = parseExpression(when, Object.keys(scope));
  if (!parsed.ok) return { as: 'text', because: 'unreadable' };
  const tree = feelToRows(parsed.value, scope);
  return tree && hasRows(tree) ? { as: 'conditions', tree } : { as: 'text', because: 'more' };
}

/** `true` and `false` are groups of nothing, which say more as words. */
function hasRows(group: RowGroup): boolean {
  return group.rows.every((row) => !isRowGroup(row) || hasRows(row)) && group.rows.length > 0;
}

/** The FEEL of conditions; undefined while something is missing. */
export function writtenAs(tree: RowGroup, scope: Scope): string | undefined {
  if (tree.rows.length === 0) return '';
  return isComplete(tree) ? rowsToFeel(tree, scope) : undefined;
}

function isComplete(row: Row | RowGroup): boolean {
  if (isRowGroup(row)) return row.rows.length > 0 && row.rows.every(isComplete);
  return isCompleteRow(row);
}

export function isCompleteRow({ comparator, value, other }: Row): boolean {
  switch (COMPARATORS[comparator].operands) {
    case 'none':
      return true;
    case 'one':
      return other !== undefined || value !== undefined;
    case 'two':
    case 'many':
      return Array.isArray(value) && value.length > 0 && value.every((each) => each !== null);
  }
}

/** A condition of a subject, with a value where there is an evident one. */
export function newRow(subject: Subject): Row {
  const [comparator = 'is-set'] = comparatorsFor(subject.type);
  return filled({ variable: subject.path, comparator }, subject);
}

/** The condition with another comparator, keeping what it compares with where that still fits. */
export function withComparator(row: Row, comparator: Comparator, subject: Subject): Row {
  const { variable, value, other } = row;
  const operands = COMPARATORS[comparator].operands;
  if (operands === 'none') return { variable, comparator };
  if (operands === COMPARATORS[row.comparator].operands) return { ...row, comparator };
  const values: readonly Json[] = Array.isArray(value) ? value : value === undefined ? [] : [value];
  if (operands === 'many') return { variable, comparator, value: [...values] };
  if (operands === 'two') return { variable, comparator, value: [values[0] ?? null, values[1] ?? null] };
  if (other !== undefined) return { variable, comparator, other };
  const [first] = values;
  return first === undefined || first === null
    ? filled({ variable, comparator }, subject)
    : { variable, comparator, value: first };
}

function filled(row: Row, { type, options }: Subject): Row {
  const value =
    COMPARATORS[row.comparator].operands !== 'one' ? undefined : type.kind === 'boolean' ? true : options[0]?.value;
  return value === undefined ? row : { ...row, value };
}
