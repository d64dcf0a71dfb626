import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EFFECT_FAILURE_CODES, EFFECT_FAILURES } from '#api/effect-failures.ts';
import { seededRandom } from '#prelude/ports.ts';
import { retryAfterOf, waitBeforeRetry } from './retry-plan.ts';

const RULES = { retries: 3, timeLimit: 30_000, repeatable: true };
const always = (value: number) => ({ next: () => value });
const failed = (code: (typeof EFFECT_FAILURE_CODES)[number], tries = 1, elapsed = 0) => ({ code, tries, elapsed });

describe('whether a call is tried again', () => {
  it('is so for what may go well the next time, and never for what ends the same', () => {
    const again = EFFECT_FAILURE_CODES.filter((code) => waitBeforeRetry(failed(code), RULES, always(0)) !== null);
    expect(again.sort()).toEqual([
      'call.busy',
      'call.unavailable',
      'mail.busy',
      'net.broken',
      'net.timed-out',
      'net.unknown-host',
      'net.unreachable',
    ]);
  });

  it('is not so for a call that may have been done already and must not be done twice', () => {
    const once = { ...RULES, repeatable: false };
    const again = EFFECT_FAILURE_CODES.filter((code) => waitBeforeRetry(failed(code), once, always(0)) !== null);
    expect(again.sort()).toEqual(['call.busy', 'mail.busy', 'net.unknown-host', 'net.unreachable']);
  });

  it('ends with the retries, and with the time', () => {
    expect(waitBeforeRetry(failed('net.broken', 3), RULES, always(0))).not.toBeNull();
    expect(waitBeforeRetry(failed('net.broken', 4), RULES, always(0))).toBeNull();
    expect(waitBeforeRetry(failed('net.broken', 1), { ...RULES, retries: 0 }, always(0))).toBeNull();
    expect(waitBeforeRetry(failed('net.broken', 1, 29_899), RULES, always(0))).toBe(100);
    expect(waitBeforeRetry(failed('net.broken', 1, 29_900), RULES, always(0))).toBeNull();
  });

  it('waits twice as long each time, spread by chance', () => {
    const waits = (chance: number) =>
      [1, 2, 3, 4, 5, 6, 7].map((tries) =>
        waitBeforeRetry(failed('net.broken', tries), { ...RULES, retries: 9 }, always(chance)),
      );
    expect(waits(0)).toEqual([100, 200, 400, 800, 1_600, 2_500, 2_500]);
    expect(waits(0.5)).toEqual([150, 300, 600, 1_200, 2_400, 3_750, 3_750]);
  });

  it('waits as long as the other side asks, or not at all where that is too long', () => {
    const busy = { ...failed('call.busy'), retryAfter: 7_000 };
    expect(waitBeforeRetry(busy, RULES, always(0.9))).toBe(7_000);
    expect(waitBeforeRetry({ ...busy, retryAfter: 40_000 }, RULES, always(0))).toBeNull();
  });

  it('always ends within retries and time limit, whatever happens', () => {
    const code = fc.constantFrom(...EFFECT_FAILURE_CODES);
    const happening = fc.record({
      code,
      took: fc.integer({ min: 0, max: 20_000 }),
      retryAfter: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
    });
    const rules = fc.record({
      retries: fc.integer({ min: 0, max: 5 }),
      timeLimit: fc.integer({ min: 100, max: 60_000 }),
      repeatable: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 10 }), rules, fc.nat(), (happenings, given, seed) => {
        const random = seededRandom(seed);
        let elapsed = 0;
        for (const [index, { code, took, retryAfter }] of happenings.entries()) {
          elapsed += took;
          const tried = { code, tries: index + 1, elapsed, ...(retryAfter === undefined ? {} : { retryAfter }) };
          const wait = waitBeforeRetry(tried, given, random);
          if (wait === null) return;
          expect(EFFECT_FAILURES[code].again).not.toBe('never');
          expect(index + 1).toBeLessThanOrEqual(given.retries);
          expect(wait).toBeGreaterThanOrEqual(Math.max(100, retryAfter ?? 0));
          elapsed += wait;
          expect(elapsed).toBeLessThan(given.timeLimit);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the header Retry-After', () => {
  const NOON = Date.UTC(2026, 2, 1, 12);

  it.each([
    ['3', 3_000],
    [' 120 ', 120_000],
    ['0', 0],
    ['Sun, 01 Mar 2026 12:00:05 GMT', 5_000],
    ['Sun, 01 Mar 2026 11:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
    ['1e9', undefined],
    ['2026-03-01', undefined],
    [undefined, undefined],
  ])('“%s” asks for %s ms', (header, wait) => {
    expect(retryAfterOf(header, NOON)).toBe(wait);
  });
});
