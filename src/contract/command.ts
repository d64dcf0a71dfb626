import type { ElementId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';

/** Time on the page as the client measured it, milliseconds. The engine clamps it to the time that really passed. */
export interface Attention {
  readonly active?: number;
  readonly idle?: number;
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
    | { readonly kind: 'jump'; readonly to: ElementId }
    | { readonly kind: 'note'; readonly text: string }
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
  | 'answer.refused'
  | 'back.nothing-before'
  | 'back.not-on-path'
  | 'jump.not-allowed'
  | 'note.empty'
  | 'note.too-long'
  | 'session.not-waiting'
  | 'session.not-paused'
  | 'session.over'
  | 'start.no-start'
  | 'start.unknown-variable'
  | 'start.wrong-value';

export interface FieldProblem {
  /** The name of the page's field. */
  readonly field: string;
  readonly code: string;
  /** In the session's language: what is wrong and how to mend it. */
  readonly message: string;
}
