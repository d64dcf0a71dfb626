import { expect, it } from 'vitest';
import { typeAhead } from './type-ahead.ts';

const labels = ['Billing', 'Broken device', 'Orders', 'Éclair'];

it('a letter goes to the next choice that begins with it, again and again', () => {
  const type = typeAhead();
  expect(type('b', 0, labels, -1)).toBe(0);
  expect(type('b', 100, labels, 0)).toBe(1);
  expect(type('b', 200, labels, 1)).toBe(0);
});

it('letters in quick succession make a word, after a pause a new one', () => {
  const type = typeAhead();
  expect(type('b', 0, labels, -1)).toBe(0);
  expect(type('r', 100, labels, 0)).toBe(1);
  expect(type('o', 2000, labels, 1)).toBe(2);
});

it('finds letters with accents', () => {
  expect(typeAhead()('e', 0, labels, 0)).toBe(3);
});

it('stays where nothing fits', () => {
  expect(typeAhead()('x', 0, labels, 2)).toBe(-1);
});
