import type { ContentHash, ElementId, InteractionId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';

/**
 * A session at rest: plain JSON, small, a fold of its events. `failed` is over as `ended` is, but by a fault of the
 * Interaction.
 */
export interface SessionState {
  readonly format: 1;
  readonly status: 'waiting' | 'paused' | 'ended' | 'failed';
  readonly interaction: InteractionId;
  readonly version: ContentHash;
  readonly language: string;
  readonly client: string;
  readonly startedAt: Instant;
  /** Where it waits, or where it ended. */
  readonly at: ElementId;
  /** The number of the current (or last) visit. */
  readonly n: number;
  readonly enteredAt: Instant;
  /** Milliseconds of this visit that were paused, and since when it is paused now. */
  readonly pausedFor: number;
  readonly pausedAt?: Instant;
  readonly variables: JsonObject;
  /** Built-in values of this session: agent, caller, customer … */
  readonly context: JsonObject;
  /** The path that led here, the current visit last. Going back cuts it. */
  readonly trail: readonly TrailStep[];
  /** The last answer given at each element; kept when somebody goes back, as a suggestion. */
  readonly answers: { readonly [element: ElementId]: Json };
  readonly notes: readonly StateNote[];
  readonly outcome?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly element: ElementId };
  readonly endedAt?: Instant;
}

export interface TrailStep {
  readonly n: number;
  readonly element: ElementId;
  /** The answer in words. */
  readonly shown?: string;
  /** What the variables set here were before: values, and keys that were unset. */
  readonly before?: { readonly values: JsonObject; readonly unset: readonly string[] };
}

export interface StateNote {
  readonly n: number;
  readonly element: ElementId;
  readonly text: string;
  readonly at: Instant;
}
