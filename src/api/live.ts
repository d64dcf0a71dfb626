import * as z from 'zod';
import { accountId, interactionId, sessionId, workingCopyId } from './identifier.ts';
import { route } from './route.ts';
import { yjsUpdate } from './working-copies.ts';

/** What a browser is told as it happens. Events say what to load again; only edits carry their content. */
export const liveEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('interactions.changed'), interaction: interactionId }),
  z.strictObject({ kind: z.literal('comments.changed'), interaction: interactionId }),
  z.strictObject({ kind: z.literal('change-requests.changed'), interaction: interactionId }),
  z.strictObject({ kind: z.literal('working-copies.changed') }),
  z.strictObject({ kind: z.literal('values.changed') }),
  z.strictObject({ kind: z.literal('outcomes.changed') }),
  z.strictObject({
    kind: z.literal('working-copy.updated'),
    copy: workingCopyId,
    /** The edit itself; left out where it is too large for the stream: read the working copy then. */
    update: yjsUpdate.optional(),
  }),
  z.strictObject({ kind: z.literal('sessions.changed'), session: sessionId, interaction: interactionId }),
  z.strictObject({ kind: z.literal('reports.fed') }),
]);

export type LiveEvent = z.infer<typeof liveEvent>;

/**
 * Server-Sent Events, one stream per browser: `event:` is the kind, `data:` the whole event as JSON. After a lost
 * connection nothing is sent again: load what is on screen anew.
 */
export const liveRoutes = {
  listen: route({
    method: 'GET',
    path: '/accounts/:account/live',
    says: 'A stream of Server-Sent Events that tells what changed.',
    access: 'live.listen',
    params: z.strictObject({ account: accountId }),
    answers: { 200: z.string() },
  }),
};
