import type { FileValue } from '#contract/file-value.ts';
import type { JsonObject } from '#prelude/json.ts';

/** What whoever runs a session hands in with each command, beside the time: none of it is part of the state. */
export interface Given {
  /** The account's values as they are now, by key, in the session's language. */
  readonly values?: JsonObject;
  /** Secret values that memory holds, by the key of their variable in the session's state. */
  readonly secrets?: JsonObject;
  /** The files uploaded for this session, by id, as far as the command names them; left out: nobody keeps files here. */
  readonly files?: { readonly [id: string]: FileValue };
  /** Where `now()` and `today()` are asked; UTC unless given. */
  readonly timeZone?: string;
}

export const NOTHING_GIVEN: Given = {};
