import type { JsonObject } from '#prelude/json.ts';

/** What whoever runs a session hands in with each command, beside the time: none of it is part of the state. */
export interface Given {
  /** The account's values as they are now, by key, in the session's language. */
  readonly values?: JsonObject;
  /** Secret values that memory holds, by the key of their variable in the session's state. */
  readonly secrets?: JsonObject;
  /** Where `now()` and `today()` are asked; UTC unless given. */
  readonly timeZone?: string;
}

export const NOTHING_GIVEN: Given = {};
