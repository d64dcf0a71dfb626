import type { ContentHash, ElementId, InteractionId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';

/** Exits that belong to the engine, not to an element type. */
export type EngineExit = 'back' | 'jump' | 'end' | 'quit' | 'expired' | 'failed';

export const ENGINE_EXITS = [
  'back',
  'jump',
  'end',
  'quit',
  'expired',
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
      readonly start: ElementId;
      /** Values given at the start, and defaults. */
      readonly variables: JsonObject;
      /** Built-in values: agent, caller, customer … */
      readonly context: JsonObject;
    }
  | { readonly kind: 'element-entered'; readonly n: number; readonly element: ElementId; readonly at: Instant }
  | {
      readonly kind: 'element-left';
      readonly n: number;
      readonly element: ElementId;
      readonly at: Instant;
      readonly exit: string;
      /** For `end`: the exit of the element's own that nothing is connected to. */
      readonly through?: string;
      /** Nobody was shown anything: the element was passed at once. */
      readonly passed?: true;
      /** The element entered next; null where the session ends or nothing follows. */
      readonly to: ElementId | null;
      /** Milliseconds in use and without use; paused time is in neither. */
      readonly active: number;
      readonly idle: number;
      readonly why?: Cause;
    }
  | {
      readonly kind: 'answer-given';
      readonly n: number;
      readonly element: ElementId;
      readonly answer: Json;
      /** The answer as words in the session's language, for trails and reports. */
      readonly shown: string;
    }
  | {
      readonly kind: 'variable-set';
      readonly n: number;
      readonly key: string;
      /** Left out: the variable is unset. */
      readonly value?: Json;
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
    }
  | { readonly kind: 'jumped'; readonly at: Instant; readonly to: ElementId }
  | {
      readonly kind: 'note-added';
      readonly n: number;
      readonly element: ElementId;
      readonly at: Instant;
      readonly text: string;
    }
  | { readonly kind: 'paused'; readonly at: Instant; readonly reason?: string }
  | { readonly kind: 'resumed'; readonly at: Instant }
  | {
      readonly kind: 'ended';
      readonly at: Instant;
      readonly element: ElementId;
      readonly outcome: string;
      readonly reason?: string;
    }
  | {
      readonly kind: 'failed';
      readonly at: Instant;
      readonly element: ElementId;
      readonly code: string;
      readonly message: string;
    };

/** Outcomes that the engine itself gives; End elements add those of the account. */
export const ENGINE_OUTCOMES = {
  completed: 'completed',
  quit: 'quit',
  timedOut: 'timed-out',
  failed: 'failed',
} as const;
