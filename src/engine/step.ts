import type { SessionEvent } from '#contract/event.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { SessionState } from './state.ts';

/** What one command did: its events, and the state they lead to. */
export interface Step {
  readonly events: readonly SessionEvent[];
  readonly state: SessionState;
  /** Secret values that were given, by the key of their variable: for the memory of whoever runs the session. */
  readonly secrets?: JsonObject;
}
