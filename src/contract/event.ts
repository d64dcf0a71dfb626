import type { ContentHash, ElementPath, InteractionId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { FieldProblem, TransferTarget } from './command.ts';
import type { EffectRequest, EffectResult } from './effect.ts';

/** Exits that belong to the engine, not to an element type. */
export type EngineExit = 'back' | 'jump' | 'end' | 'quit' | 'expired' | 'transferred' | 'failed';

export const ENGINE_EXITS = [
  'back',
  'jump',
  'end',
  'quit',
  'expired',
  'transferred',
  'failed',
] as const satisfies readonly EngineExit[];

/** What made a variable what it is, or a Decision leave as it did. */
export interface Cause {
  /** The rule, row or answer kind within the element, such as `rules.0` or `answer`. */
  readonly by: string;
  /** The expression as it stood in the file. */
  readonly expression?: string;
  /** The values it read. */
  readonly read?: JsonObject;
}

/**
 * What happened. Events hold every value they used, so the log alone rebuilds the state; applying them evaluates
 * nothing. `n` is the number of the visit, counted from 1 within the session.
 */
export type SessionEvent =
  | {
      readonly kind: 'session-started';
      readonly at: Instant;
      readonly interaction: InteractionId;
      readonly version: ContentHash;
      readonly language: string;
      readonly client: string;
      /** The element the run begins at: the start of the Interaction, or where a preview was asked to begin. */
      readonly start: ElementPath;
      /** Values given at the start, and defaults. */
      readonly variables: JsonObject;
      /** Built-in values: agent, caller, customer … */
      readonly context: JsonObject;
    }
  | { readonly kind: 'element-entered'; readonly n: number; readonly element: ElementPath; readonly at: Instant }
  | {
      readonly kind: 'element-left';
      readonly n: number;
      readonly element: ElementPath;
      readonly at: Instant;
      readonly exit: string;
      /** For `end`: the exit of the element's own that nothing is connected to. */
      readonly through?: string;
      /** Nobody was shown anything: the element was passed at once. */
      readonly passed?: true;
      /** The element entered next; null where the session ends or nothing follows. */
      readonly to: ElementPath | null;
      /** Milliseconds in use and without use; paused time is in neither. */
      readonly active: number;
      readonly idle: number;
      readonly why?: Cause;
    }
  | {
      readonly kind: 'answer-given';
      readonly n: number;
      readonly element: ElementPath;
      /** Left out: a secret, which stands in no event. */
      readonly answer?: Json;
      /** The answer as words in the session's language, for trails and reports. */
      readonly shown: string;
    }
  | {
      readonly kind: 'variable-set';
      readonly n: number;
      /** Below a sub-Interaction with the path of its caller before it: `s_identity/name`. */
      readonly key: string;
      /** The element that set it, given for secrets: it is asked again where memory has lost them. */
      readonly element?: ElementPath;
      /** Left out: the variable is unset, or secret. */
      readonly value?: Json;
      /** Its value is held in memory alone. */
      readonly secret?: true;
      readonly cause: Cause;
    }
  | {
      readonly kind: 'went-back';
      readonly at: Instant;
      /** The earlier visit that is returned to; the trail is cut before it. */
      readonly to: number;
      /** Variables as they stood then, for all that have changed since. */
      readonly restored: JsonObject;
      readonly unset: readonly string[];
      /** Those that were secret then, by key, with the element that had set each; their values are in memory alone. */
      readonly secrets?: { readonly [key: string]: ElementPath };
    }
  | {
      readonly kind: 'jumped';
      readonly at: Instant;
      readonly to: ElementPath;
      /** Where a *return* leads back to; left out where there is no way back. */
      readonly from?: ElementPath;
      /** Asked again, because a secret was no longer in memory. */
      readonly again?: true;
    }
  /** Back where the last jump was made. */
  | { readonly kind: 'returned'; readonly at: Instant; readonly to: ElementPath }
  | {
      /** The element of this visit called another Interaction. Its variables stand under the element's path. */
      readonly kind: 'sub-started';
      readonly n: number;
      readonly element: ElementPath;
      readonly interaction: InteractionId;
      readonly version: ContentHash;
      readonly variables: JsonObject;
      /** It is come back into, where it stood: its variables are as they were. */
      readonly again?: true;
    }
  | { readonly kind: 'sub-ended'; readonly n: number; readonly element: ElementPath; readonly outcome: string }
  | {
      /** What an element keeps for itself from one visit to the next, under a name of its own. */
      readonly kind: 'kept';
      readonly n: number;
      readonly element: ElementPath;
      readonly key: string;
      /** Left out: nothing any more. */
      readonly value?: Json;
    }
  | {
      readonly kind: 'effect-requested';
      readonly n: number;
      readonly element: ElementPath;
      readonly at: Instant;
      /** Unique within the session. */
      readonly effect: string;
      readonly request: EffectRequest;
      readonly holds: boolean;
      readonly button?: string;
      /** The answer that it is to check. */
      readonly answer?: Json;
    }
  | {
      readonly kind: 'effect-finished';
      readonly n: number;
      readonly element: ElementPath;
      readonly at: Instant;
      readonly effect: string;
      readonly status: EffectResult['status'];
      readonly code?: string;
      readonly http?: number;
    }
  /** A check outside turned the answer down; the page stays. */
  | {
      readonly kind: 'answer-turned-down';
      readonly n: number;
      readonly element: ElementPath;
      /** Left out: a secret. */
      readonly answer?: Json;
      readonly problems: readonly FieldProblem[];
    }
  | {
      readonly kind: 'button-pressed';
      readonly n: number;
      readonly element: ElementPath;
      readonly at: Instant;
      readonly button: string;
    }
  | { readonly kind: 'language-changed'; readonly at: Instant; readonly language: string }
  | {
      readonly kind: 'transferred';
      readonly at: Instant;
      readonly element: ElementPath;
      readonly to: TransferTarget;
      readonly note?: string;
    }
  | {
      readonly kind: 'note-added';
      readonly n: number;
      readonly element: ElementPath;
      readonly at: Instant;
      readonly text: string;
    }
  | { readonly kind: 'paused'; readonly at: Instant; readonly reason?: string }
  | { readonly kind: 'resumed'; readonly at: Instant }
  | {
      readonly kind: 'ended';
      readonly at: Instant;
      readonly element: ElementPath;
      readonly outcome: string;
      readonly reason?: string;
      /** The wrap-up text, in the session's language. */
      readonly summary?: string;
    }
  | {
      readonly kind: 'failed';
      readonly at: Instant;
      readonly element: ElementPath;
      readonly code: string;
      readonly message: string;
    };

/** Outcomes that the engine itself gives; End elements add those of the account. */
export const ENGINE_OUTCOMES = {
  completed: 'completed',
  quit: 'quit',
  timedOut: 'timed-out',
  transferred: 'transferred',
  failed: 'failed',
} as const;
