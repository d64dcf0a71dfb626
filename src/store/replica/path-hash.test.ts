import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_PATH, pathTo } from './path-hash.ts';

/** The hash as its authors write it. */
function reference(elements: readonly string[]): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(elements.map((element) => `${element}\0`).join(''), 'latin1')) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}

test('a path’s hash is the known one', () => {
  const first = pathTo(NO_PATH, 'q_problem');
  expect(first).toBe(0x93f436ac55abae28n);
  expect(pathTo(first, 'c_billing')).toBe(0xcd083da29372460fn);
});

test('going on element by element gives the hash of the whole path', () => {
  const element = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/);
  fc.assert(
    fc.property(fc.array(element, { maxLength: 30 }), (elements) => {
      expect(elements.reduce(pathTo, NO_PATH)).toBe(reference(elements));
    }),
  );
});
