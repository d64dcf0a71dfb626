import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { bigintArray, integerArray, textArray } from './binary-array.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

/** What the database understood. */
async function read<T>(type: 'text' | 'integer' | 'bigint', parameter: Buffer): Promise<T[]> {
  const { rows } = await database.pool.query<{ value: T }>(`select unnest($1::${type}[]) as value`, [parameter]);
  return rows.map(({ value }) => value);
}

// The store takes no NUL and no half of a character.
const text = fc.string({ unit: 'grapheme' }).map((given) => given.replaceAll('\u0000', ''));

test('texts of any length and script arrive as they are, and so do nulls', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(text), { minLength: 1 }), async (values) => {
      expect(await read('text', textArray(values))).toEqual(values);
    }),
    { numRuns: 60 },
  );
});

test('each text that needs more room than its characters finds it', async () => {
  const values = ['', '€'.repeat(10_000), 'a', '😀'.repeat(333), null, '"\\{},', 'é'.repeat(70_000), 'NULL'];
  expect(await read('text', textArray(values))).toEqual(values);
});

test('numbers arrive as they are', async () => {
  const whole = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31)];
  expect(await read('integer', integerArray(whole))).toEqual(whole);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(fc.maxSafeInteger()), { minLength: 1 }), async (values) => {
      const normal = values.map((value) => (value === 0 ? 0 : value));
      expect(await read('bigint', bigintArray(normal))).toEqual(normal);
    }),
    { numRuns: 60 },
  );
});

test('what is no whole number is never written as another one', () => {
  expect(() => bigintArray([1.5])).toThrow('1.5 is a whole number');
  expect(() => integerArray([2 ** 31])).toThrow();
});
