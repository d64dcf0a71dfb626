import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumber, typedNumber } from './typed-number.ts';

describe('a number is read as the language writes it', () => {
  it.each([
    ['12.5', 'en', 12.5],
    ['1,234.5', 'en', 1234.5],
    ['1.234,5', 'es', 1234.5],
    ['12,5', 'es', 12.5],
    ['12.5', 'es', 12.5],
    ['12 345', 'fr', 12_345],
    ["1'234", 'de-CH', 1234],
    ['−3', 'en', -3],
    ['.5', 'en', 0.5],
  ])('%s in %s', (text, language, expected) => {
    expect(readNumber(text, language)).toBe(expected);
  });

  it.each(['abc', '1,2,3', '12 kg', '', '1.2.3'])('“%s” is none', (text) => {
    expect(readNumber(text, 'en')).toBeUndefined();
  });

  it('what stands in the input is read back as the same number, in every language', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(number, fc.constantFrom('en', 'es', 'de', 'fr', 'pl', 'sv'), (value, language) => {
        const rounded = Number(value.toFixed(6)) + 0;
        expect(readNumber(typedNumber(rounded, language), language)).toBeCloseTo(rounded, 6);
      }),
    );
  });
});
