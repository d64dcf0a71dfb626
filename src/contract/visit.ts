import type { ElementPath, SessionId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';

/** One stay at one element within a session: what all reports are made of. */
export interface Visit {
  readonly session: SessionId;
  readonly n: number;
  readonly element: ElementPath;
  readonly enteredAt: Instant;
  /** Null while the session is still there. */
  readonly leftAt: Instant | null;
  /** An exit of the element's type, or one of the engine's own; null while still there. */
  readonly exit: string | null;
  readonly to: ElementPath | null;
  /** Milliseconds; of an element that calls another Interaction with all the time in that. */
  readonly active: number;
  readonly idle: number;
}

/**
 * A visit as reports count it: no moment counts twice. `active` and `idle` are what was spent at the element itself; the
 * visits of an Interaction that it called have their own.
 */
export interface MeasuredVisit extends Visit {
  /** Milliseconds in use in the Interaction that it called, and in those which that called. */
  readonly inside: number;
}
