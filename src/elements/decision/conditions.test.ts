import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMPARATORS, literal, readConditions, shownLiteral, writeConditions } from './conditions.ts';

test('a simple rule is shown as rows', () => {
  expect(readConditions('problem = "billing" and age >= 18')).toEqual({
    join: 'and',
    rows: [
      { variable: 'problem', comparator: '=', value: '"billing"' },
      { variable: 'age', comparator: '>=', value: '18' },
    ],
  });
});

test('an expression that rows cannot show stays an expression', () => {
  for (const expression of ['a = 1 and b = 2 or c = 3', 'count(list) > 2', 'not(a)', 'a = b']) {
    expect(readConditions(expression), expression).toBeUndefined();
  }
});

test('words in quotes join nothing', () => {
  expect(readConditions('a = "this and that"')?.rows).toEqual([
    { variable: 'a', comparator: '=', value: '"this and that"' },
  ]);
});

test('rows that are written read back as the same rows', () => {
  const row = fc.record({
    variable: fc.constantFrom('problem', 'age', 'is_member'),
    comparator: fc.constantFrom(...COMPARATORS),
    value: fc.oneof(
      fc.string({ unit: 'grapheme' }).map((text) => literal('text', text)),
      fc.integer().map((n) => literal('number', String(n))),
      fc.boolean().map((is) => literal('boolean', String(is))),
    ),
  });
  fc.assert(
    fc.property(fc.constantFrom('and' as const, 'or' as const), fc.array(row, { minLength: 2 }), (join, rows) => {
      expect(readConditions(writeConditions({ join, rows }))).toEqual({ join, rows });
    }),
  );
});

test('what a person typed is what a person sees', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(shownLiteral(literal('text', typed))).toBe(typed);
    }),
  );
});
