import { EFFECT_FAILURES, type EffectFailureCode } from '#api/effect-failures.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { Instant, Random } from '#prelude/ports.ts';

/** Milliseconds before the first repetition; before each further one twice as much, up to the longest. */
const FIRST = 200;
const LONGEST = 5_000;

/** A try that failed. */
export interface FailedTry {
  readonly code: EffectFailureCode;
  /** 1 for the first. */
  readonly tries: number;
  /** Milliseconds since the first try began. */
  readonly elapsed: number;
  /** Milliseconds that the other side asks to wait. */
  readonly retryAfter?: number;
}

export interface RetryRules {
  readonly retries: number;
  /** Milliseconds for all tries together. */
  readonly timeLimit: number;
  /** Whether the same call may be done twice over there: reading may, ordering may not. */
  readonly repeatable: boolean;
}

/**
 * How long to wait before the next try, or null where there is none: because the next one would end the same, because
 * it might be done twice, or because it would come too late. The wait grows twofold and is spread by chance over its
 * upper half, so that many who failed together do not come back together; it is never shorter than the other side asks.
 */
export function waitBeforeRetry(failed: FailedTry, rules: RetryRules, random: Random): number | null {
  if (failed.tries > rules.retries || !mayRepeat(failed.code, rules.repeatable)) return null;
  const longest = Math.min(LONGEST, FIRST * 2 ** Math.min(failed.tries - 1, 30));
  const wait = Math.max(failed.retryAfter ?? 0, longest / 2 + (random.next() * longest) / 2);
  return failed.elapsed + wait < rules.timeLimit ? wait : null;
}

function mayRepeat(code: EffectFailureCode, repeatable: boolean): boolean {
  const { again } = EFFECT_FAILURES[code];
  switch (again) {
    case 'safe':
      return true;
    case 'repeatable':
      return repeatable;
    case 'never':
      return false;
    default:
      return assertNever(again);
  }
}

/** What a `Retry-After` header asks for (RFC 9110, section 10.2.3): seconds, or a date. Milliseconds from now. */
export function retryAfterOf(header: string | undefined, now: Instant): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const at = /GMT$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
