import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPARATORS, comparatorsFor } from '#expressions/comparators.ts';
import type { Row } from '#expressions/rows/row.ts';
import type { Scope } from '#expressions/value-type.ts';
import { isCompleteRow, newRow, shownAs, withComparator, writtenAs } from './condition-tree.ts';
import { type Subject, subjectsOf } from './subjects.ts';

const SCOPE: Scope = {
  problem: { kind: 'option' },
  age: { kind: 'number' },
  vip: { kind: 'boolean' },
  tags: { kind: 'list', items: { kind: 'text' } },
  order: {
    kind: 'record',
    fields: { city: { kind: 'text' }, buyer: { kind: 'record', fields: { age: { kind: 'number' } } } },
  },
  agent: { kind: 'record', fields: { name: { kind: 'text' } } },
};
const SUBJECTS = subjectsOf(SCOPE, [
  { key: 'problem', label: 'Kind of problem', options: [{ value: 'billing', label: 'Billing' }] },
  { key: 'age', label: '' },
  { key: 'vip', label: 'Important' },
  { key: 'tags', label: 'Tags' },
  { key: 'order', label: 'Order' },
  { key: 'gone', label: 'Gone' },
]);
const subject = (path: string): Subject => {
  const found = SUBJECTS.find((each) => each.path === path);
  if (!found) throw new Error(path);
  return found;
};

it('all that has a type can be asked about, fields by the way to them', () => {
  expect(SUBJECTS.map(({ path, label }) => [path, label])).toEqual([
    ['problem', 'Kind of problem'],
    ['age', 'age'],
    ['vip', 'Important'],
    ['tags', 'Tags'],
    ['order', 'Order'],
    ['order.city', 'Order: city'],
    ['order.buyer', 'Order: buyer'],
    ['order.buyer.age', 'Order: buyer: age'],
    ['agent', 'agent'],
    ['agent.name', 'agent: name'],
  ]);
});

describe('the text of a rule', () => {
  it.each([
    ['', { as: 'conditions', tree: { match: 'all', rows: [] } }],
    [
      'age > 3',
      { as: 'conditions', tree: { match: 'all', rows: [{ variable: 'age', comparator: 'more-than', value: 3 }] } },
    ],
    ['age + 1 > 3', { as: 'text', because: 'more' }],
    ['true', { as: 'text', because: 'more' }],
    ['age > 3 and false', { as: 'text', because: 'more' }],
    ['age >', { as: 'text', because: 'unreadable' }],
  ])('%j is shown as %j', (when, shown) => {
    expect(shownAs(when, SCOPE)).toEqual(shown);
  });
});

describe('conditions', () => {
  it('begin with a value where there is an evident one, else wait for it', () => {
    expect(newRow(subject('problem'))).toEqual({ variable: 'problem', comparator: 'equals', value: 'billing' });
    expect(newRow(subject('vip'))).toEqual({ variable: 'vip', comparator: 'equals', value: true });
    expect(newRow(subject('age'))).toEqual({ variable: 'age', comparator: 'equals' });
    expect(newRow(subject('order'))).toEqual({ variable: 'order', comparator: 'is-set' });
  });

  it('are written once nothing is missing in any of them', () => {
    const row: Row = { variable: 'age', comparator: 'equals' };
    expect(writtenAs({ match: 'all', rows: [] }, SCOPE)).toBe('');
    expect(writtenAs({ match: 'all', rows: [row] }, SCOPE)).toBeUndefined();
    expect(
      writtenAs(
        {
          match: 'any',
          rows: [
            { ...row, value: 3 },
            { match: 'all', rows: [] },
          ],
        },
        SCOPE,
      ),
    ).toBeUndefined();
    expect(writtenAs({ match: 'any', rows: [{ ...row, value: 3 }] }, SCOPE)).toBe('age = 3');
    expect(
      writtenAs({ match: 'all', rows: [{ ...row, comparator: 'between', value: [1, null] }] }, SCOPE),
    ).toBeUndefined();
  });

  it('keep what they compare with, however often the comparator is changed', () => {
    const paths = fc.constantFrom('problem', 'age', 'vip', 'tags');
    fc.assert(
      fc.property(paths, fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), (path, picks) => {
        const of = subject(path);
        const comparators = comparatorsFor(of.type);
        const asked = picks.flatMap((pick) => comparators[pick % comparators.length] ?? []);
        let row: Row = newRow(of);
        for (const comparator of asked) {
          row = withComparator(row, comparator, of);
          expect(row.comparator).toBe(comparator);
          const { operands } = COMPARATORS[comparator];
          expect(Array.isArray(row.value)).toBe(operands === 'two' || operands === 'many');
          if (operands === 'none') expect(isCompleteRow(row)).toBe(true);
        }
      }),
    );
    const of = subject('age');
    const between = withComparator({ variable: 'age', comparator: 'equals', value: 7 }, 'between', of);
    expect(between.value).toEqual([7, null]);
    expect(withComparator(between, 'less-than', of).value).toBe(7);
  });
});
