import { LIMITS } from '#prelude/limits.ts';
import type { Instant } from '#prelude/ports.ts';

/**
 * Whether an outside system is called at all. `closed`: yes. `open`: it failed several times in a row and is left in
 * peace for a while. `trying`: the pause is over and one call finds out whether it is well again.
 */
export type Breaker =
  | { readonly state: 'closed'; readonly failures: number }
  | { readonly state: 'open'; readonly until: Instant; readonly pauses: number }
  | { readonly state: 'trying'; readonly since: Instant; readonly pauses: number };

export interface BreakerRules {
  /** Failures in a row after which there is a pause. */
  readonly failures: number;
  /** Milliseconds of the first pause; each further one is twice as long. */
  readonly pause: number;
  readonly longestPause: number;
  /** Milliseconds after which a trial that nothing was heard of is given up and another one begins. */
  readonly trial: number;
}

const BREAKER_RULES: BreakerRules = {
  failures: 5,
  pause: 5_000,
  longestPause: 120_000,
  trial: LIMITS.callTime + 10_000,
};

export const CLOSED: Breaker = { state: 'closed', failures: 0 };

export type Admission =
  | {
      readonly admitted: true /** The one call that finds out. */;
      readonly isTrial: boolean;
      readonly breaker: Breaker;
    }
  | { readonly admitted: false /** Milliseconds. */; readonly retryAfter: number; readonly breaker: Breaker };

/** Asks before a call. The breaker that comes back is the one to go on with. */
export function admit(breaker: Breaker, now: Instant, rules: BreakerRules = BREAKER_RULES): Admission {
  if (breaker.state === 'closed') return { admitted: true, isTrial: false, breaker };
  const opensAt = breaker.state === 'open' ? breaker.until : breaker.since + rules.trial;
  if (now < opensAt) return { admitted: false, retryAfter: opensAt - now, breaker };
  return { admitted: true, isTrial: true, breaker: { state: 'trying', since: now, pauses: breaker.pauses } };
}

/**
 * Tells how a call went. Once there is a pause only its trial counts: calls that were under way before may end as they
 * like.
 */
export function afterCall(
  breaker: Breaker,
  call: { readonly isIll: boolean; readonly isTrial: boolean },
  now: Instant,
  rules: BreakerRules = BREAKER_RULES,
): Breaker {
  switch (breaker.state) {
    case 'closed': {
      if (!call.isIll) return CLOSED;
      const failures = breaker.failures + 1;
      return failures < rules.failures ? { state: 'closed', failures } : opened(0, now, rules);
    }
    case 'trying':
      if (!call.isTrial) return breaker;
      return call.isIll ? opened(breaker.pauses, now, rules) : CLOSED;
    case 'open':
      return breaker;
  }
}

function opened(pausesBefore: number, now: Instant, rules: BreakerRules): Breaker {
  const pause = Math.min(rules.longestPause, rules.pause * 2 ** Math.min(pausesBefore, 30));
  return { state: 'open', until: now + pause, pauses: pausesBefore + 1 };
}
