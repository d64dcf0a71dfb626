import * as z from 'zod';
import { elementId, interactionId, workingCopyId } from './identifier.ts';
import { VERSION_STATUSES } from './interactions.ts';

/** One spot of an element where something of the account is used. */
const spot = z.strictObject({
  element: elementId,
  /** As the designer called it. */
  name: z.string(),
  /** What holds it: `Text`, `Rule 1`. */
  label: z.string(),
  /** It may reach any of them: nothing says which one it will be. */
  any: z.boolean(),
});

/** A version or working copy that uses something of the account. */
export const use = z.strictObject({
  interaction: z.strictObject({ id: interactionId, name: z.string() }),
  version: z.strictObject({ number: z.int(), status: z.enum(VERSION_STATUSES) }).nullable(),
  workingCopy: z.strictObject({ id: workingCopyId, name: z.string() }).nullable(),
  /** The first of them, as many as are worth showing. */
  places: z.array(spot),
});

export type Use = z.infer<typeof use>;
