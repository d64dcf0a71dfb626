import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { steppedClock } from '#prelude/ports.ts';
import { TokenBuckets } from './token-bucket.ts';

it('never lets more through than its burst and what has been refilled since', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 5_000 }), { maxLength: 60 });
  fc.assert(
    fc.property(gaps, fc.integer({ min: 1, max: 5 }), (waits, burst) => {
      const clock = steppedClock(0);
      const buckets = new TokenBuckets(clock, burst, 1_000);
      let through = 0;
      for (const wait of waits) {
        clock.advance(wait);
        if (buckets.take('key') === 0) through++;
        expect(through).toBeLessThanOrEqual(burst + clock.now() / 1_000);
      }
    }),
  );
});

it('says how long to wait, and lets in who waited', () => {
  const clock = steppedClock(0);
  const buckets = new TokenBuckets(clock, 2, 1_000);
  expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 0]);
  const wait = buckets.take('a');
  expect(wait).toBe(1_000);
  expect(buckets.take('b')).toBe(0);
  clock.advance(wait);
  expect(buckets.take('a')).toBe(0);
});

it('forgives', () => {
  const buckets = new TokenBuckets(steppedClock(0), 1, 1_000);
  buckets.take('a');
  buckets.forgive('a');
  expect(buckets.take('a')).toBe(0);
});
