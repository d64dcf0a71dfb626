import { expect, test } from 'vitest';
import { RecentlyUsed } from './recently-used.ts';

test('holds so many and lets go of the one that was not used for longest', () => {
  const values = new RecentlyUsed<number>(2);
  values.set('a', 1);
  values.set('b', 2);
  expect(values.get('a')).toBe(1);
  values.set('c', 3);
  expect([values.get('a'), values.get('b'), values.get('c')]).toEqual([1, undefined, 3]);
  values.set('a', 4);
  values.delete('c');
  expect([values.get('a'), values.get('c'), values.size]).toEqual([4, undefined, 1]);
});
