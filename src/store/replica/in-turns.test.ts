import { expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

test('whoever works through thousands lets others in between, and leaves none out', async () => {
  const thousands = Array.from({ length: 5_000 }, (_, n) => n);
  const done: number[] = [];
  const seen: number[] = [];
  const look = () => {
    seen.push(done.length);
    if (done.length < thousands.length) setImmediate(look);
  };
  setImmediate(look);
  await inTurns(thousands, (one) => void done.push(one));
  expect(done).toEqual(thousands);
  const between = seen.map((count, index) => count - (seen[index - 1] ?? 0));
  expect(Math.max(...between)).toBeLessThanOrEqual(100);
});
