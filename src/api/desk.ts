import * as z from 'zod';
import { accountId, folderId, interactionId } from './identifier.ts';
import { list, paging } from './list.ts';
import { route } from './route.ts';
import { searchText } from './text.ts';
import { instant } from './time.ts';

/** An Interaction as an agent finds it: only what has a live version. */
export const deskInteraction = z.strictObject({
  id: interactionId,
  name: z.string(),
  description: z.string(),
  folder: z.strictObject({ id: folderId, name: z.string() }).nullable(),
  version: z.int(),
  liveSince: instant,
  languages: z.array(z.string()),
  /** When the asker last started it; null for never. */
  lastRunAt: instant.nullable(),
});

export type DeskInteraction = z.infer<typeof deskInteraction>;

/** To whom a session may be handed: no more than what stands in a list to choose from. */
export const receiver = z.strictObject({ kind: z.enum(['team', 'user']), id: z.string(), name: z.string() });

export type Receiver = z.infer<typeof receiver>;

export const deskRoutes = {
  interactions: route({
    method: 'GET',
    path: '/accounts/:account/desk/interactions',
    says: 'Lists the live Interactions that an agent may start, by name.',
    access: 'sessions.run',
    params: z.strictObject({ account: accountId }),
    query: z.strictObject({ ...paging, text: searchText.optional() }),
    answers: { 200: list(deskInteraction) },
  }),
  receivers: route({
    method: 'GET',
    path: '/accounts/:account/desk/receivers',
    says: 'Lists to whom one may hand a session: teams, then colleagues who serve, each by name.',
    access: 'sessions.use',
    params: z.strictObject({ account: accountId }),
    answers: { 200: list(receiver) },
  }),
};
