import * as z from 'zod';
import { elementId, interactionId, workingCopyId } from './identifier.ts';
import { VERSION_STATUSES } from './interactions.ts';

/** One version or working copy that refers to something of the account, with the elements that do. */
export const reference = z.strictObject({
  interaction: z.strictObject({ id: interactionId, name: z.string(), trashed: z.boolean() }),
  place: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('version'), number: z.int(), status: z.enum(VERSION_STATUSES) }),
    z.strictObject({ kind: z.literal('working-copy'), id: workingCopyId, name: z.string() }),
  ]),
  elements: z.array(z.strictObject({ id: elementId, name: z.string() })),
});

export type Reference = z.infer<typeof reference>;
