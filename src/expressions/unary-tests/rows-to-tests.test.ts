import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '#prelude/json.ts';
import { compileExpression, parseExpression } from '../expression.ts';
import { feelToRows } from '../rows/feel-to-rows.ts';
import { isRowGroup, type RowGroup } from '../rows/row.ts';
import { rowsToFeel } from '../rows/rows-to-feel.ts';
import type { Scope } from '../value-type.ts';
import { checkTests, readTests } from './condition.ts';
import { rowsToTests } from './rows-to-tests.ts';

const SCOPE: Scope = {
  age: { kind: 'number' },
  limit: { kind: 'number' },
  name: { kind: 'text' },
  tags: { kind: 'list', items: { kind: 'text' } },
  due: { kind: 'date' },
};

function parsed(source: string) {
  const expression = parseExpression(source);
  if (!expression.ok) throw new Error(`${source}: ${expression.error.message}`);
  return expression.value;
}

it.each([
  ['age < 18', '< 18'],
  ['age = 18', '18'],
  ['age = limit', '= limit'],
  ['age != 18', 'not(18)'],
  ['age between 1 and 5', '[1..5]'],
  ['age >= 18 and age < 65', '[18..65)'],
  ['age > 18 and age <= 65', '(18..65]'],
  ['age in [1, 2]', '1, 2'],
  ['not(age in [1, 2])', 'not(1, 2)'],
  ['age < 3 or age > 5 or age != 4', '< 3, > 5, != 4'],
  ['age != 3 and age != 4', '? != 3 and ? != 4'],
  ['age = null', 'null'],
  ['age != null', '!= null'],
  ['name = "a, b"', '"a, b"'],
  ['contains(name, "x")', 'contains(?, "x")'],
  ['matches(name, "^A")', 'matches(?, "^A")'],
  ['not(list contains(tags, "x"))', 'not(list contains(?, "x"))'],
  ['count(tags) = 0', 'count(?) = 0'],
  ['due < @"2026-01-31"', '< @"2026-01-31"'],
])('%s is the cell %s, and back', (feel, cell) => {
  const rows = feelToRows(parsed(feel), SCOPE);
  if (!rows) throw new Error(`${feel} is no rows`);
  expect(rowsToTests(rows, SCOPE)).toBe(cell);
  const variable = feel.match(/age|name|tags|due/)?.[0] ?? '';
  const back = readTests(variable, cell);
  expect(back.ok && feelToRows(back.value, SCOPE)).toBeDefined();
});

const number = fc.integer({ min: -3, max: 3 });
const row = fc.oneof(
  fc.record({
    variable: fc.constant('age'),
    comparator: fc.constantFrom('equals', 'is-not', 'less-than', 'at-most', 'more-than', 'at-least'),
    value: number,
  }),
  fc.record({ variable: fc.constant('age'), comparator: fc.constant('between'), value: fc.tuple(number, number) }),
  fc.record({
    variable: fc.constant('age'),
    comparator: fc.constantFrom('in-list', 'not-in-list'),
    value: fc.array(number, { maxLength: 3 }),
  }),
  fc.record({ variable: fc.constant('age'), comparator: fc.constantFrom('is-set', 'is-not-set') }),
  fc.record({
    variable: fc.constant('age'),
    comparator: fc.constantFrom('equals', 'less-than'),
    other: fc.constant('limit'),
  }),
);
const group = fc.letrec<{ group: RowGroup; each: RowGroup['rows'][number] }>((tie) => ({
  group: fc.record({ match: fc.constantFrom('all', 'any'), rows: fc.array(tie('each'), { maxLength: 3 }) }),
  each: fc.oneof({ maxDepth: 2 }, row as fc.Arbitrary<RowGroup['rows'][number]>, tie('group')),
})).group;

const hasRow = (node: RowGroup['rows'][number]): boolean => !isRowGroup(node) || node.rows.some(hasRow);

it('a cell holds where the rows that it is made of hold', () => {
  fc.assert(
    fc.property(group.filter(hasRow), fc.option(number, { nil: undefined }), number, (rows, age, limit) => {
      const cell = rowsToTests(rows, SCOPE);
      const values: JsonObject = { limit, ...(age === undefined ? {} : { age }) };
      const wanted = compileExpression(parsed(rowsToFeel(rows, SCOPE)), SCOPE).evaluate(values, { now: 0 }).value;
      expect(checkTests('age', cell, SCOPE), cell).toEqual([]);
      const read = readTests('age', cell);
      if (!read.ok) throw new Error(read.error.message);
      const held = compileExpression(read.value, SCOPE).evaluate(values, { now: 0 }).value;
      expect(held === true, `${cell} for ${JSON.stringify(values)}`).toBe(wanted === true);
    }),
    { numRuns: 500 },
  );
});
