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
  /** Answers that going back has cut off: shown again where their question is reached again. */
  readonly suggestions: { readonly [element: ElementId]: Json };
  readonly notes: readonly StateNote[];
  readonly outcome?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly element: ElementId };
  readonly endedAt?: Instant;
}

/** An element passed on the path. Those that showed nothing and set nothing are left out. */
export interface TrailStep {
  readonly n: number;
  readonly element: ElementId;
  readonly answer?: Json;
  /** The answer in words, where they are not the answer itself. */
  readonly shown?: string;
  /** What the variables set here were before, and those that were unset. */
  readonly before?: JsonObject;
  readonly unset?: readonly string[];
}

export interface StateNote {
  readonly n: number;
  readonly element: ElementId;
  readonly text: string;
  readonly at: Instant;
}
