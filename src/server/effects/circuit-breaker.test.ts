import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { admit, afterCall, type Breaker, type BreakerRules, CLOSED } from './circuit-breaker.ts';

const RULES: BreakerRules = { failures: 3, pause: 1_000, longestPause: 8_000, trial: 5_000 };

const ill = (breaker: Breaker, now: number, isTrial = false) =>
  afterCall(breaker, { isIll: true, isTrial }, now, RULES);
const well = (breaker: Breaker, now: number, isTrial = false) =>
  afterCall(breaker, { isIll: false, isTrial }, now, RULES);

/** Ill three times in a row at second 0. */
const OPEN = ill(ill(ill(CLOSED, 0), 0), 0);

describe('a circuit breaker', () => {
  it('lets every call through while the system is well, and forgets failures after a success', () => {
    const almost = ill(ill(CLOSED, 0), 0);
    expect(admit(almost, 0, RULES)).toMatchObject({ admitted: true, isTrial: false });
    expect(well(almost, 0)).toEqual(CLOSED);
    expect(admit(ill(ill(well(almost, 0), 0), 0), 0, RULES).admitted).toBe(true);
  });

  it('leaves it in peace after some failures in a row, and says for how long', () => {
    expect(admit(OPEN, 400, RULES)).toMatchObject({ admitted: false, retryAfter: 600 });
  });

  it('then lets one call through to find out, and no other until that came back', () => {
    const first = admit(OPEN, 1_000, RULES);
    expect(first).toMatchObject({ admitted: true, isTrial: true });
    expect(admit(first.breaker, 1_001, RULES)).toMatchObject({ admitted: false });
    expect(well(first.breaker, 1_500, true)).toEqual(CLOSED);
  });

  it('waits twice as long after each trial that failed, up to the longest pause', () => {
    const pauses: number[] = [];
    let breaker = OPEN;
    let now = 1_000;
    for (let n = 0; n < 6; n++) {
      breaker = ill(admit(breaker, now, RULES).breaker, now, true);
      const refused = admit(breaker, now, RULES);
      pauses.push(refused.admitted ? 0 : refused.retryAfter);
      now += pauses.at(-1) ?? 0;
    }
    expect(pauses).toEqual([2_000, 4_000, 8_000, 8_000, 8_000, 8_000]);
  });

  it('begins another trial when nothing was heard of the first', () => {
    const lost = admit(OPEN, 1_000, RULES).breaker;
    expect(admit(lost, 5_999, RULES).admitted).toBe(false);
    expect(admit(lost, 6_000, RULES)).toMatchObject({ admitted: true, isTrial: true });
  });

  it('does not listen to calls that were under way before the pause', () => {
    expect(well(OPEN, 100)).toEqual(OPEN);
    const trying = admit(OPEN, 1_000, RULES).breaker;
    expect(well(trying, 1_001)).toEqual(trying);
    expect(ill(trying, 1_001)).toEqual(trying);
  });

  it('never calls within a pause, tries one call at a time, and always comes back to a system that is well', () => {
    const step = fc.record({
      wait: fc.integer({ min: 0, max: 12_000 }),
      act: fc.constantFrom('ask', 'well', 'ill', 'late-well', 'late-ill'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let breaker: Breaker = CLOSED;
        let now = 0;
        let trialSince: number | undefined;
        for (const { wait, act } of steps) {
          now += wait;
          const admission = admit(breaker, now, RULES);
          if (act === 'ask') {
            if (breaker.state === 'open') expect(admission.admitted).toBe(now >= breaker.until);
            if (admission.admitted && admission.isTrial) {
              if (trialSince !== undefined && breaker.state === 'trying') {
                expect(now - trialSince).toBeGreaterThanOrEqual(RULES.trial);
              }
              trialSince = now;
            }
            if (!admission.admitted) expect(admission.retryAfter).toBeGreaterThan(0);
            breaker = admission.breaker;
          } else {
            breaker = afterCall(breaker, { isIll: act.endsWith('ill'), isTrial: !act.startsWith('late') }, now, RULES);
          }
          if (breaker.state === 'open') expect(breaker.until - now).toBeLessThanOrEqual(RULES.longestPause);
        }
        // From any state: wait, ask, be well.
        const later = now + RULES.longestPause + RULES.trial;
        const last = admit(breaker, later, RULES);
        expect(last.admitted).toBe(true);
        if (last.admitted) expect(well(last.breaker, later, last.isTrial)).toEqual(CLOSED);
      }),
      { numRuns: 1_000 },
    );
  });
});
