import { expect, it } from 'vitest';
import { completionsAt } from './complete.ts';
import type { Scope } from './value-type.ts';

const SCOPE: Scope = {
  problem: { kind: 'option' },
  phone_number: { kind: 'text' },
  due: { kind: 'date' },
  customer: { kind: 'record', fields: { city: { kind: 'text' }, since: { kind: 'date' } } },
  orders: { kind: 'list', items: { kind: 'record', fields: { total: { kind: 'money' } } } },
};

function labels(source: string): readonly string[] {
  return completionsAt(source, source.length, SCOPE).options.map(({ label }) => label);
}

it('offers variables before functions', () => {
  expect(labels('p').slice(0, 2)).toEqual(['problem', 'phone_number']);
  expect(labels('p')).toContain('product');
});

it('finds a name by any of its words', () => {
  expect(labels('num')).toEqual(['phone_number', 'number']);
  expect(labels('leng')).toContain('string length');
});

it('takes the first words of a name of several as its beginning', () => {
  expect(completionsAt('1 = 1 and starts w', 18, SCOPE)).toMatchObject({
    from: 10,
    to: 18,
    options: [{ insert: 'starts with(' }],
  });
  expect(labels('not(list con')).toEqual(['list contains']);
  expect(labels('problem and st')).toContain('starts with');
});

it('offers the fields of records, of items of lists, and what dates and amounts have', () => {
  expect(labels('customer.')).toEqual(['city', 'since']);
  expect(labels('problem = "a" and customer.ci')).toEqual(['city']);
  expect(labels('sum(orders.to')).toEqual(['total']);
  expect(labels('customer.since.y')).toEqual(['year']);
  expect(labels('nobody.')).toEqual([]);
});

it('tells what a completion replaces and what it is', () => {
  expect(completionsAt('1 + du', 6, SCOPE)).toMatchObject({
    from: 4,
    to: 6,
    options: [
      { kind: 'variable', insert: 'due', detail: 'a date' },
      { kind: 'function', insert: 'duration(', detail: 'duration(from)', help: expect.stringContaining('duration') },
      { kind: 'function', insert: 'during(' },
      {},
    ],
  });
});

it('offers nothing inside a text', () => {
  expect(labels('problem = "p')).toEqual([]);
  expect(labels('problem = "p" and ph')).toEqual(['phone_number']);
});
