import { expect, test } from 'vitest';
import { faultInWords, faultPlace } from './fault-place.ts';

test('a fault is shown with what stands around it, and what is missing by the last that is there', () => {
  expect(faultPlace('anna@x.com', 4, 5)).toEqual({ before: 'anna', wrong: '@', after: 'x.com' });
  expect(faultInWords('1 +', 3, 3)).toBe('1 ▸+◂');
  expect(faultInWords(`${'a'.repeat(50)} + b`, 53, 54)).toBe(`…${'a'.repeat(21)} + ▸b◂`);
  expect(faultInWords('x', 0, 99)).toBe('▸x◂');
});
