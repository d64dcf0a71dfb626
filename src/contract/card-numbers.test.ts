import { expect, it } from 'vitest';
import { maskCardNumbers } from './card-numbers.ts';

// Numbers that the networks give out for tests.
it.each([
  ['4111111111111111', '•••• 1111'],
  ['4111 1111 1111 1111', '•••• 1111'],
  ['4111-1111-1111-1111', '•••• 1111'],
  ['4111.1111.1111.1111', '•••• 1111'],
  ['4222222222222', '•••• 2222'],
  ['5555 5555 5555 4444', '•••• 4444'],
  ['2223003122003222', '•••• 3222'],
  ['3782 822463 10005', '•••• 0005'],
  ['30569309025904', '•••• 5904'],
  ['3530111333300000', '•••• 0000'],
  ['6011111111111117', '•••• 1117'],
  ['6212345678901232', '•••• 1232'],
  ['Card 4111 1111 1111 1111, valid 12/29', 'Card •••• 1111, valid 12/29'],
  ['12 4111 1111 1111 1111 or 5555555555554444.', '12 •••• 1111 or •••• 4444.'],
])('of “%s” no more is kept than “%s”', (text, kept) => {
  expect(maskCardNumbers(text)).toBe(kept);
});

it.each([
  ['a number with a wrong check digit', '4111 1111 1111 1112'],
  ['the IMEI of a telephone', '356938035643809'],
  ['digits of an IBAN', 'ES91 2100 0418 4502 0005 1332'],
  ['a telephone number', '+34 911 234 567, 00 34 911 234 568'],
  ['a number that goes on', '41111111111111111111111'],
  ['an amount and a date', '1 234 567.89 on 2026-01-31'],
  ['words', 'Nothing of the kind'],
])('%s is left as it is', (_what, text) => {
  expect(maskCardNumbers(text)).toBe(text);
});

it('does not take long over digits without end', () => {
  const began = performance.now();
  maskCardNumbers('4111 '.repeat(2_000));
  expect(performance.now() - began).toBeLessThan(500);
});
