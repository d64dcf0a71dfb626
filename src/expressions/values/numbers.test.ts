import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ExactDecimal } from './money.ts';
import { numberText, product, quotient, rounded, sum } from './numbers.ts';

/** A number as people write it: few digits, a few of them behind the point. */
const written = (most: number) =>
  fc
    .tuple(fc.integer({ min: -most, max: most }), fc.integer({ min: 0, max: 6 }))
    .map(([digits, places]) => Number(`${digits}e-${places}`));

it('numbers add up as on paper', () => {
  fc.assert(
    fc.property(written(999_999), written(999_999), (a, b) => {
      expect(sum(a, b)).toBe(new ExactDecimal(a).plus(b).toNumber() + 0);
    }),
  );
  expect(sum(1_000_000.1, -1_000_000)).toBe(0.1);
  expect(sum(0.1, 0.2)).toBe(0.3);
});

it('numbers multiply as on paper, to 15 digits', () => {
  fc.assert(
    fc.property(written(999_999), written(999_999), (a, b) => {
      expect(product(a, b)).toBe(Number(new ExactDecimal(a).times(b).toPrecision(15)) + 0);
    }),
  );
});

it('a division comes back by a multiplication', () => {
  fc.assert(
    fc.property(written(999_999), written(999_999), (a, b) => {
      fc.pre(b !== 0);
      const whole = quotient(product(a, b), b);
      expect(Math.abs(whole - a)).toBeLessThanOrEqual(Math.abs(a) * 1e-14);
    }),
  );
});

it('a result has 15 digits at most, and whole numbers keep all of theirs', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e300, max: 1e300 }), (number) => {
      const result = rounded(number);
      expect(rounded(result)).toBe(result);
      expect(Math.abs(result - number)).toBeLessThanOrEqual(Math.abs(number) * 1e-14);
    }),
  );
  expect(rounded(9_007_199_254_740_991)).toBe(9_007_199_254_740_991);
});

it('a number is written without exponent', () => {
  expect(numberText(1e21)).toBe('1000000000000000000000');
  expect(numberText(1.5e-7)).toBe('0.00000015');
});
