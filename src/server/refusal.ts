import type { ErrorCode, ProblemField } from '#api/errors.ts';
import { fail } from '#prelude/result.ts';

/** Why a request was refused: what a command returns in place of its result. */
export interface Refusal {
  readonly code: ErrorCode;
  /** A sentence for people, where more can be said than the error table does. */
  readonly detail?: string;
  readonly fields?: readonly ProblemField[];
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
  /** What stands beside the problem in the body. */
  readonly beside?: Readonly<Record<string, unknown>>;
}

/** A failed result with a refusal in it: `return refuse('version.own-work')`. */
export function refuse(
  code: ErrorCode,
  more: Omit<Refusal, 'code'> = {},
): { readonly ok: false; readonly error: Refusal } {
  return fail({ code, ...more });
}
