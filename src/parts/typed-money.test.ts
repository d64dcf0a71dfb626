import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { currencyIn, readAmount, typedMoney } from './typed-money.ts';

describe('an amount is read as the language writes it, to the last digit', () => {
  it.each([
    ['12.50', 'en', '12.50'],
    ['12,50', 'es', '12.50'],
    ['1.234,50', 'de', '1234.50'],
    ['1,234.50', 'en', '1234.50'],
    ['€ 12,50', 'es', '12.50'],
    ['12,50 €', 'de', '12.50'],
    ['12,50 US$', 'es', '12.50'],
    ['12.50 USD', 'en', '12.50'],
    ['usd12.50', 'en', '12.50'],
    ['900719925474099.93', 'en', '900719925474099.93'],
    ['.5', 'en', '0.5'],
    ['-3', 'en', '-3'],
  ])('%s in %s', (text, language, amount) => {
    expect(readAmount(text, language)).toBe(amount);
  });

  // In English a comma parts thousands: with two figures behind it nobody knows what is meant.
  it.each(['12,50', 'twelve', '', '12.5.0', '1,23,4'])('“%s” is none', (text) => {
    expect(readAmount(text, 'en')).toBeUndefined();
  });

  it('names a currency by its code or its sign', () => {
    expect(currencyIn('12 usd', ['EUR', 'USD'], 'en')).toBe('USD');
    expect(currencyIn('$12', ['EUR', 'USD'], 'en')).toBe('USD');
    expect(currencyIn('12 €', ['USD', 'EUR'], 'es')).toBe('EUR');
    expect(currencyIn('12 GBP', ['EUR', 'USD'], 'en')).toBeUndefined();
    expect(currencyIn('12', ['EUR', 'USD'], 'en')).toBeUndefined();
  });

  it('what stands in the input is read back as the same, in every language', () => {
    const amount = fc.stringMatching(/^-?(0|[1-9]\d{0,14})(\.\d{1,4})?$/);
    fc.assert(
      fc.property(amount, fc.constantFrom('en', 'es', 'de', 'fr', 'pl', 'sv'), (decimal, language) => {
        expect(readAmount(typedMoney({ amount: decimal, currency: 'EUR' }, language).text, language)).toBe(decimal);
      }),
    );
  });
});
