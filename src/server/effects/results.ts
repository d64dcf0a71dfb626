import type { EffectFailureCode } from '#api/effect-failures.ts';
import { EFFECT_FAILURES } from '#api/effect-failures.ts';
import type { Json } from '#prelude/json.ts';

/** What an outside system answered. `text` is what came, decoded; `value` what it says, where it is JSON or XML. */
export type AnswerBody =
  | { readonly kind: 'none'; readonly text: '' }
  | { readonly kind: 'json' | 'xml'; readonly text: string; readonly value: Json }
  | { readonly kind: 'text'; readonly text: string };

/** An answer came, whatever its HTTP status. */
export interface CallDone {
  readonly status: 'done';
  readonly http: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AnswerBody;
  /** Milliseconds. */
  readonly took: number;
}

export interface EffectFailed {
  readonly status: 'failed';
  readonly code: EffectFailureCode;
  /** A sentence for people: what happened and how to mend it. */
  readonly message: string;
  readonly took: number;
  /** Where an answer came nevertheless. */
  readonly answer?: { readonly http: number; readonly type: string; readonly text: string };
  /** Milliseconds that the outside system asks to wait. */
  readonly retryAfter?: number;
}

export interface EffectTimedOut {
  readonly status: 'timed-out';
  readonly message: string;
  readonly took: number;
}

export type CallResult = CallDone | EffectFailed | EffectTimedOut;

export interface MailSent {
  readonly status: 'done';
  /** The Message-ID of the mail. */
  readonly id: string;
  /** Whom it really went to: the tester in a test. */
  readonly sentTo: readonly string[];
  /** Whom the mail server did not take it for. */
  readonly refused: readonly string[];
  readonly took: number;
}

export type MailResult = MailSent | EffectFailed | EffectTimedOut;

/** A reason of the table; `detail` says more than the table does: which host, which field. */
export function effectFailed(
  code: EffectFailureCode,
  more: { readonly detail?: string } & Partial<Pick<EffectFailed, 'took' | 'answer' | 'retryAfter'>> = {},
): EffectFailed {
  const { detail, took = 0, ...rest } = more;
  const { title, mend } = EFFECT_FAILURES[code];
  return { status: 'failed', code, message: `${detail ?? title}. ${mend}`, took, ...rest };
}

export function effectTimedOut(limit: number, took: number): EffectTimedOut {
  const seconds = Math.round(limit / 100) / 10;
  return {
    status: 'timed-out',
    message: `No whole answer came within ${seconds} ${seconds === 1 ? 'second' : 'seconds'}. ${EFFECT_FAILURES['net.timed-out'].mend}`,
    took,
  };
}
