import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryCodeOf, readPhone, showPhone } from './phone-number.ts';

describe('a telephone number', () => {
  it.each([
    ['+34 911 23 45 67', undefined, '+34911234567'],
    ['0034 911234567', undefined, '+34911234567'],
    ['911 234 567', '+34', '+34911234567'],
    ['0171/234 56-78', '+49', '+491712345678'],
    ['020 7946 0958', '+44', '+442079460958'],
    ['+44 (0)20 7946 0958', '+34', '+442079460958'],
    ['+44 020 7946 0958', '+34', '+442079460958'],
    ['(212) 555-0123', '+1', '+12125550123'],
    ['1 212 555 0123', '+1', '+12125550123'],
    ['011 34 911 234 567', '+1', '+34911234567'],
    ['06 1234 5678', '+39', '+390612345678'],
    ['8 912 345-67-89', '+7', '+79123456789'],
  ])('%s of %s is %s', (text, prefix, number) => {
    expect(readPhone(text, prefix)).toEqual({ ok: true, number });
  });

  it.each([
    ['ask her husband', '+34', 'not-a-number'],
    ['911 234 567', undefined, 'needs-country'],
    ['+999 123 456 78', undefined, 'not-a-number'],
    ['12', '+34', 'wrong-length'],
    ['+34 911 234 567 890 123', undefined, 'wrong-length'],
    ['555 0123', '+1', 'wrong-length'],
    ['+', '+34', 'not-a-number'],
    ['', '+34', 'not-a-number'],
  ])('%s of %s is none: %s', (text, prefix, because) => {
    expect(readPhone(text, prefix)).toEqual({ ok: false, because });
  });

  it.each([
    ['+34911234567', '+34', '911 234 567'],
    ['+34911234567', undefined, '+34 911 234 567'],
    ['+491712345678', '+49', '0171 234 5678'],
    ['+12125550123', '+1', '(212) 555-0123'],
    ['+442079460958', '+34', '+44 207 946 0958'],
    ['+390612345678', '+39', '061 234 5678'],
  ])('%s is read out in %s as %s', (number, prefix, shown) => {
    expect(showPhone(number, prefix)).toBe(shown);
  });

  it('means the same when it is typed as it was shown', () => {
    const prefix = fc.constantFrom(undefined, '+1', '+7', '+34', '+36', '+39', '+44', '+49', '+225', '+351', '+420');
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{5,15}$/), prefix, prefix, (typed, home, at) => {
        const read = readPhone(typed, home);
        if (!read.ok) return;
        expect(countryCodeOf(read.number.slice(1))).toBeDefined();
        expect(readPhone(showPhone(read.number, at), at)).toEqual(read);
      }),
    );
  });
});
