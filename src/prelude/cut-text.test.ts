import { expect, it } from 'vitest';
import { cutText } from './cut-text.ts';

it.each([
  ['short', 10, 'short'],
  ['twelve signs', 6, 'twelve'],
  ['a😀b', 2, 'a'],
  ['a😀b', 3, 'a😀'],
  ['😀', 0, ''],
])('of “%s” the first %i units are “%s”', (text, most, beginning) => {
  expect(cutText(text, most)).toBe(beginning);
});
