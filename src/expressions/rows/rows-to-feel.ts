import { assertNever } from '#prelude/assert-never.ts';
import type { Json } from '#prelude/json.ts';
import { operandType } from '../comparators.ts';
import type { Scope } from '../value-type.ts';
import { literalOf } from './literals.ts';
import { isRowGroup, type Row, type RowGroup, typeOfVariable } from './row.ts';

/**
 * Writes rule rows as FEEL. The scope's types say how values are written: `2026-01-31` of a date is `@"2026-01-31"`.
 *
 * @param subject what stands in place of the variables: `?` within a unary test
 */
export function rowsToFeel(group: RowGroup, scope: Scope, subject?: string): string {
  const { match, rows } = group;
  if (rows.length === 0) return match === 'all' ? 'true' : 'false';
  const alone = rows.length === 1;
  const parts = rows.map((row) => {
    const inner = withoutShells(row);
    if (!isRowGroup(inner)) return rowToFeel(inner, scope, subject);
    const feel = rowsToFeel(inner, scope, subject);
    return alone || inner.rows.length === 0 ? feel : `(${feel})`;
  });
  return parts.join(match === 'all' ? ' and ' : ' or ');
}

/** What a group of one is about. */
function withoutShells(row: Row | RowGroup): Row | RowGroup {
  const [only, more] = isRowGroup(row) ? row.rows : [];
  return only && !more ? withoutShells(only) : row;
}

function rowToFeel(row: Row, scope: Scope, variable = row.variable): string {
  const { comparator } = row;
  const type = operandType(typeOfVariable(row.variable, scope) ?? { kind: 'any' });
  const one = row.other ?? literalOf(row.value ?? null, type);
  const values: readonly Json[] = Array.isArray(row.value) ? row.value : [];
  const many = values.map((value) => literalOf(value, type));
  switch (comparator) {
    case 'equals':
      return `${variable} = ${one}`;
    case 'is-not':
      return `${variable} != ${one}`;
    case 'less-than':
      return `${variable} < ${one}`;
    case 'at-most':
      return `${variable} <= ${one}`;
    case 'more-than':
      return `${variable} > ${one}`;
    case 'at-least':
      return `${variable} >= ${one}`;
    case 'between':
      return `${variable} between ${many[0] ?? 'null'} and ${many[1] ?? 'null'}`;
    case 'in-list':
      return `${variable} in [${many.join(', ')}]`;
    case 'not-in-list':
      return `not(${variable} in [${many.join(', ')}])`;
    case 'contains':
      return `contains(${variable}, ${one})`;
    case 'contains-not':
      return `not(contains(${variable}, ${one}))`;
    case 'starts-with':
      return `starts with(${variable}, ${one})`;
    case 'ends-with':
      return `ends with(${variable}, ${one})`;
    case 'matches':
      return `matches(${variable}, ${one})`;
    case 'has':
      return `list contains(${variable}, ${one})`;
    case 'has-not':
      return `not(list contains(${variable}, ${one}))`;
    case 'is-empty':
      return `count(${variable}) = 0`;
    case 'is-not-empty':
      return `count(${variable}) > 0`;
    case 'is-set':
      return `${variable} != null`;
    case 'is-not-set':
      return `${variable} = null`;
    default:
      return assertNever(comparator);
  }
}
