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
  elements: z.array(
    z.strictObject({
      id: elementId,
      name: z.string(),
      /** The texts and rules in it that read an account value; left out where the element itself refers. */
      labels: z.array(z.string()).optional(),
      /** It may read any value: nothing says which one it will be. */
      any: z.literal(true).optional(),
    }),
  ),
});

export type Reference = z.infer<typeof reference>;

/** Whether it is a use that counts: what is in the trash is shown and keeps nothing from being deleted. */
export function counts({ interaction }: Pick<Reference, 'interaction'>): boolean {
  return !interaction.trashed;
}

/** Whether customers meet it: a live version that is not in the trash refers to it. */
export function isLiveUse({ place, interaction }: Pick<Reference, 'place' | 'interaction'>): boolean {
  return place.kind === 'version' && place.status === 'live' && counts({ interaction });
}
