import type { ElementPath } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { EffectResult } from './effect.ts';

/** Time on the page as the client measured it, milliseconds. The engine clamps it to the time that really passed. */
export interface Attention {
  readonly active?: number;
  readonly idle?: number;
}

/** Whom a session is handed to: one of the three. */
export interface TransferTarget {
  readonly user?: string;
  readonly team?: string;
  /** A telephone number or address outside. */
  readonly number?: string;
}

/** What may be asked of a running session. */
export type Command = Attention &
  (
    | {
        readonly kind: 'answer';
        /** For a Question the answer; left out where the page asks nothing. */
        readonly value?: Json;
      }
    | { readonly kind: 'back' /** The visit to return to; the page before when left out. */; readonly to?: number }
    /** Gives the earlier answers again after going back: one page, or as far as they still lead. */
    | { readonly kind: 'forward'; readonly all?: boolean }
    | { readonly kind: 'jump'; readonly to: ElementPath }
    /** Back to where the last jump to an entry point was made. */
    | { readonly kind: 'return' }
    /** Presses an action button of the page. */
    | { readonly kind: 'act'; readonly button: string }
    /** Goes on without waiting for the effect that holds the page. */
    | { readonly kind: 'skip' }
    | { readonly kind: 'effect-result'; readonly effect: string; readonly result: EffectResult }
    | { readonly kind: 'language'; readonly language: string }
    | { readonly kind: 'note'; readonly text: string }
    | { readonly kind: 'transfer'; readonly to: TransferTarget; readonly note?: string }
    | { readonly kind: 'pause'; readonly reason?: string }
    | { readonly kind: 'resume' }
    | { readonly kind: 'quit'; readonly reason?: string }
    | { readonly kind: 'expire' }
  );

/** Why a command was refused. Nothing was written. */
export interface Rejection {
  readonly code: RejectionCode;
  readonly message: string;
  /** For `answer.refused`: what is wrong with each field. */
  readonly fields?: readonly FieldProblem[];
}

export type RejectionCode =
  | 'act.no-button'
  | 'answer.refused'
  | 'back.nothing-before'
  | 'back.not-on-path'
  | 'effect.not-awaited'
  | 'effect.not-skippable'
  | 'effect.too-many'
  | 'forward.nothing-ahead'
  | 'jump.not-allowed'
  | 'language.not-offered'
  | 'note.empty'
  | 'note.too-long'
  | 'return.nowhere'
  | 'session.busy'
  | 'session.not-waiting'
  | 'session.not-paused'
  | 'session.over'
  | 'start.no-start'
  | 'start.unknown-variable'
  | 'start.wrong-value'
  | 'transfer.nobody';

export interface FieldProblem {
  /** The name of the page's field. */
  readonly field: string;
  readonly code: string;
  /** In the session's language: what is wrong and how to mend it. */
  readonly message: string;
}
