import { expect, it } from 'vitest';
import { timeLeft } from './time-left.ts';

it.each([
  [42_000, '0:42'],
  [41_001, '0:42'],
  [725_000, '12:05'],
  [3_600_000, '1:00:00'],
  [0, '0:00'],
  [-5_000, '0:00'],
])('counts %i milliseconds down as %s', (milliseconds, shown) => {
  expect(timeLeft(milliseconds)).toBe(shown);
});
