import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNever } from '#prelude/assert-never.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { COMPARATORS, type Comparator, comparatorsFor, operandType } from '../comparators.ts';
import { checkExpression, compileExpression, parseExpression } from '../expression.ts';
import type { Scope, ValueType } from '../value-type.ts';
import { feelToRows } from './feel-to-rows.ts';
import { isRowGroup, type Row, type RowGroup } from './row.ts';
import { rowsToFeel } from './rows-to-feel.ts';

const SCOPE: Scope = {
  name: { kind: 'text' },
  problem: { kind: 'option' },
  age: { kind: 'number' },
  fee: { kind: 'money' },
  vip: { kind: 'boolean' },
  due: { kind: 'date' },
  at: { kind: 'time' },
  called_at: { kind: 'date-time' },
  wait: { kind: 'duration' },
  photo: { kind: 'file' },
  anything: { kind: 'any' },
  thing: { kind: 'any' },
  tags: { kind: 'list', items: { kind: 'text' } },
  scores: { kind: 'list', items: { kind: 'number' } },
  customer: { kind: 'record', fields: { city: { kind: 'text' }, age: { kind: 'number' } } },
};
const TYPES: { readonly [variable: string]: ValueType } = {
  ...SCOPE,
  'customer.city': { kind: 'text' },
  'customer.age': { kind: 'number' },
};

function expression(source: string) {
  const parsed = parseExpression(source);
  if (!parsed.ok) throw new Error(`${source}: ${parsed.error.message}`);
  return parsed.value;
}

/** A value of the type, as JSON. */
function jsonOf(type: ValueType): fc.Arbitrary<Json> {
  switch (type.kind) {
    case 'number':
      return fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((number) => number || 0);
    case 'money':
      return fc.oneof<fc.Arbitrary<Json>[]>(
        fc.integer(),
        fc.constantFrom({ amount: '12.30', currency: 'EUR' }, { amount: '-0.01', currency: 'USD' }),
      );
    case 'boolean':
      return fc.boolean();
    case 'date':
      return fc.constantFrom('2026-01-31', '1999-12-31');
    case 'time':
      return fc.constantFrom('10:00:00', '23:59:59.5Z');
    case 'date-time':
      return fc.constantFrom('2026-01-31T10:00:00+01:00', '2026-01-31T10:00:00@Europe/Paris');
    case 'duration':
      return fc.constantFrom('P1M', 'PT20S');
    default:
      return fc.string({ unit: 'grapheme' });
  }
}

/** What is written for `matches` may be wrong by itself; here it never is. */
const pattern = fc.constantFrom('', 'a', '^b.*$', '[0-9]+', '(x|y) "z"', '\\d{2}');

const operandOf = (type: ValueType, comparator: Comparator) =>
  comparator === 'matches' ? pattern : jsonOf(operandType(type));

const row: fc.Arbitrary<Row> = fc.constantFrom(...Object.keys(TYPES)).chain((variable) => {
  const type = TYPES[variable] ?? { kind: 'any' };
  return fc.constantFrom(...comparatorsFor(type)).chain((comparator): fc.Arbitrary<Row> => {
    const operand = operandOf(type, comparator);
    switch (COMPARATORS[comparator].operands) {
      case 'none':
        return fc.constant({ variable, comparator });
      case 'one':
        return operand.map((value) => ({ variable, comparator, value }));
      case 'two':
        return fc.tuple(operand, operand).map((value) => ({ variable, comparator, value }));
      case 'many':
        return fc.array(operand, { maxLength: 4 }).map((value) => ({ variable, comparator, value }));
    }
  });
});

const group: fc.Arbitrary<RowGroup> = fc.letrec<{ group: RowGroup; inner: RowGroup; either: Row | RowGroup }>(
  (tie) => ({
    group: fc.record({
      match: fc.constantFrom('all', 'any'),
      rows: fc.array(tie('either'), { minLength: 2, maxLength: 4 }),
    }),
    inner: tie('group'),
    either: fc.oneof({ maxDepth: 3 }, row, tie('inner')),
  }),
).group;

/** Rows whose meaning is told here in plain words, of values that often meet. */
const small = fc.integer({ min: 0, max: 2 });
const word = fc.constantFrom('', 'a', 'ab', 'b');
const many = <T extends Json>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 2 });
const line = (variable: string, comparators: readonly Comparator[], value?: fc.Arbitrary<Json>) =>
  fc
    .tuple(fc.constantFrom(...comparators), value ?? fc.constant(undefined))
    .map(([comparator, of]): Row => ({ variable, comparator, ...(of === undefined ? {} : { value: of }) }));
const ORDER: readonly Comparator[] = ['equals', 'is-not', 'less-than', 'at-most', 'more-than', 'at-least'];
const askedRow = fc.oneof(
  line('age', ORDER, small),
  line('age', ['between'], fc.tuple(small, small)),
  line('age', ['in-list', 'not-in-list'], many(small)),
  line('name', ['equals', 'is-not', 'contains', 'contains-not', 'starts-with', 'ends-with', 'matches'], word),
  line('name', ['in-list', 'not-in-list'], many(word)),
  line('vip', ['equals', 'is-not'], fc.boolean()),
  line('tags', ['has', 'has-not'], word),
  line('tags', ['is-empty', 'is-not-empty']),
  fc.constantFrom('age', 'name', 'vip', 'tags').chain((variable) => line(variable, ['is-set', 'is-not-set'])),
);
const asked = fc.letrec<{ group: RowGroup; each: Row | RowGroup }>((tie) => ({
  group: fc.record({ match: fc.constantFrom('all', 'any'), rows: fc.array(tie('each'), { maxLength: 3 }) }),
  each: fc.oneof({ maxDepth: 2 }, askedRow, tie('group')),
})).group;
const values = fc.record({ age: small, name: word, vip: fc.boolean(), tags: many(word) }, { requiredKeys: [] });

/** Whether a person would say that it is so. Of what is not set, only that it is not the same as something is so. */
function holds(row: Row | RowGroup, given: JsonObject): boolean {
  if (isRowGroup(row)) {
    const each = (inner: Row | RowGroup) => holds(inner, given);
    return row.match === 'all' ? row.rows.every(each) : row.rows.some(each);
  }
  const value = given[row.variable] as never;
  const wanted = row.value as never;
  if (row.comparator === 'is-set') return value !== undefined;
  if (row.comparator === 'is-not-set') return value === undefined;
  if (row.comparator === 'is-not') return value !== wanted;
  if (row.comparator === 'not-in-list') return !(wanted as Json[]).includes(value ?? null);
  if (value === undefined) return false;
  const text = typeof value === 'string' ? value : '';
  const list = Array.isArray(value) ? value : [];
  switch (row.comparator) {
    case 'equals':
      return value === wanted;
    case 'less-than':
      return value < wanted;
    case 'at-most':
      return value <= wanted;
    case 'more-than':
      return value > wanted;
    case 'at-least':
      return value >= wanted;
    case 'between':
      return value >= wanted[0] && value <= wanted[1];
    case 'in-list':
      return (wanted as Json[]).includes(value);
    case 'contains':
    case 'matches':
      return text.includes(wanted);
    case 'contains-not':
      return !text.includes(wanted);
    case 'starts-with':
      return text.startsWith(wanted);
    case 'ends-with':
      return text.endsWith(wanted);
    case 'has':
      return list.includes(wanted);
    case 'has-not':
      return !list.includes(wanted);
    case 'is-empty':
      return list.length === 0;
    case 'is-not-empty':
      return list.length > 0;
    default:
      return assertNever(row.comparator);
  }
}

describe('rule rows', () => {
  it('come back from the FEEL that they are written as', () => {
    fc.assert(
      fc.property(group, (rows) => {
        expect(feelToRows(expression(rowsToFeel(rows, SCOPE)), SCOPE)).toEqual(rows);
      }),
    );
  });

  it('are written as FEEL without mistakes', () => {
    fc.assert(
      fc.property(group, (rows) => {
        const feel = expression(rowsToFeel(rows, SCOPE));
        expect(checkExpression(feel, SCOPE, { kind: 'boolean' }).problems).toEqual([]);
      }),
    );
  });

  it('never fail for want of a value', () => {
    fc.assert(
      fc.property(group, (rows) => {
        const compiled = compileExpression(expression(rowsToFeel(rows, SCOPE)), SCOPE);
        expect(compiled.evaluate({}, { now: 0 }).error).toBeUndefined();
      }),
    );
  });

  it('mean in FEEL what they say', () => {
    fc.assert(
      fc.property(asked, values, (rows, given) => {
        const compiled = compileExpression(expression(rowsToFeel(rows, SCOPE)), SCOPE);
        const held = compiled.evaluate(given, { now: 0 }).value === true;
        expect(held, rowsToFeel(rows, SCOPE)).toBe(holds(rows, given));
      }),
      { numRuns: 500 },
    );
  });

  it.each<[RowGroup, string]>([
    [{ match: 'all', rows: [] }, 'true'],
    [{ match: 'any', rows: [] }, 'false'],
    [{ match: 'all', rows: [{ variable: 'age', comparator: 'more-than', value: 17 }] }, 'age > 17'],
    [
      { match: 'all', rows: [{ variable: 'due', comparator: 'less-than', value: '2026-01-31' }] },
      'due < @"2026-01-31"',
    ],
    [
      { match: 'all', rows: [{ variable: 'age', comparator: 'at-least', other: 'customer.age' }] },
      'age >= customer.age',
    ],
    [
      {
        match: 'any',
        rows: [
          { variable: 'problem', comparator: 'in-list', value: ['a', 'b'] },
          {
            match: 'all',
            rows: [
              { variable: 'name', comparator: 'contains', value: 'x' },
              { variable: 'tags', comparator: 'has-not', value: 'y' },
            ],
          },
        ],
      },
      'problem in ["a", "b"] or (contains(name, "x") and not(list contains(tags, "y")))',
    ],
  ])('%j is written %s', (rows, feel) => {
    expect(rowsToFeel(rows, SCOPE)).toBe(feel);
    expect(feelToRows(expression(feel), SCOPE)).toEqual(rows);
  });

  it.each<[string, RowGroup]>([
    ['17 < age', { match: 'all', rows: [{ variable: 'age', comparator: 'more-than', value: 17 }] }],
    ['vip', { match: 'all', rows: [{ variable: 'vip', comparator: 'equals', value: true }] }],
    [
      'problem in ("a", "b")',
      { match: 'all', rows: [{ variable: 'problem', comparator: 'in-list', value: ['a', 'b'] }] },
    ],
    ['problem in ("a")', { match: 'all', rows: [{ variable: 'problem', comparator: 'equals', value: 'a' }] }],
    [
      'vip = true and true',
      {
        match: 'all',
        rows: [
          { variable: 'vip', comparator: 'equals', value: true },
          { match: 'all', rows: [] },
        ],
      },
    ],
    ['age in (< 18)', { match: 'all', rows: [{ variable: 'age', comparator: 'less-than', value: 18 }] }],
    ['age in [1..5]', { match: 'all', rows: [{ variable: 'age', comparator: 'between', value: [1, 5] }] }],
    [
      'age in (1..5]',
      {
        match: 'all',
        rows: [
          { variable: 'age', comparator: 'more-than', value: 1 },
          { variable: 'age', comparator: 'at-most', value: 5 },
        ],
      },
    ],
    [
      'age in (< 3, 7, null)',
      {
        match: 'any',
        rows: [
          { variable: 'age', comparator: 'less-than', value: 3 },
          { variable: 'age', comparator: 'equals', value: 7 },
          { variable: 'age', comparator: 'is-not-set' },
        ],
      },
    ],
    ['tags in (list contains(?, "x"))', { match: 'all', rows: [{ variable: 'tags', comparator: 'has', value: 'x' }] }],
    ['not(age < 18)', { match: 'all', rows: [{ variable: 'age', comparator: 'at-least', value: 18 }] }],
    ['not(problem = "a")', { match: 'all', rows: [{ variable: 'problem', comparator: 'is-not', value: 'a' }] }],
    ['not(vip)', { match: 'all', rows: [{ variable: 'vip', comparator: 'is-not', value: true }] }],
    ['matches(name, "^A")', { match: 'all', rows: [{ variable: 'name', comparator: 'matches', value: '^A' }] }],
  ])('are seen in %s too', (feel, rows) => {
    expect(feelToRows(expression(feel), SCOPE)).toEqual(rows);
  });

  it.each([
    'age + 1 > 2',
    'unknown = 1',
    'age = "x"',
    'name > "a"',
    'if vip then true else false',
    'sum(scores) > 1',
    'age = name',
    // Without the question mark it does not ask the age, and a list would be asked otherwise.
    'age in (contains(name, "a"))',
    'anything in (thing)',
    'tags in ("a")',
    'not(age between 1 and 5)',
  ])('are not seen in %s', (feel) => {
    expect(feelToRows(expression(feel), SCOPE)).toBeUndefined();
  });

  it('offer for each type only comparators whose FEEL the type check accepts', () => {
    for (const [variable, type] of Object.entries(TYPES)) {
      for (const comparator of comparatorsFor(type)) {
        const [value] = fc.sample(operandOf(type, comparator), 1);
        const many: { readonly [operands: string]: Json | undefined } = {
          one: value,
          two: [value ?? null, value ?? null],
          many: [value ?? null],
        };
        const operands = many[COMPARATORS[comparator].operands];
        const one: Row = operands === undefined ? { variable, comparator } : { variable, comparator, value: operands };
        expect(checkExpression(expression(rowsToFeel({ match: 'all', rows: [one] }, SCOPE)), SCOPE).problems).toEqual(
          [],
        );
      }
    }
  });

  it('use every comparator', () => {
    const offered = new Set<Comparator>(Object.values(TYPES).flatMap(comparatorsFor));
    expect(Object.keys(COMPARATORS).filter((id) => ![...offered].some((each) => each === id))).toEqual([]);
  });
});
