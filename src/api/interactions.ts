import * as z from 'zod';
import { accountId, folderId, interactionId } from './identifier.ts';
import { flag, list, paging } from './list.ts';
import { route } from './route.ts';
import { nameText, searchText } from './text.ts';
import { instant } from './time.ts';
import { person } from './users.ts';

export const VERSION_STATUSES = ['draft', 'in-review', 'changes-requested', 'approved', 'live', 'retired'] as const;

export type VersionStatus = (typeof VERSION_STATUSES)[number];

/** As people read them. */
export const VERSION_STATUS_WORDS = {
  draft: 'Draft',
  'in-review': 'In review',
  'changes-requested': 'Changes requested',
  approved: 'Approved',
  live: 'Live',
  retired: 'Retired',
} as const satisfies Record<VersionStatus, string>;

export const problemCounts = z.strictObject({ errors: z.int(), warnings: z.int() });

/** One row of the Interactions page. */
export const interactionRow = z.strictObject({
  id: interactionId,
  name: z.string(),
  description: z.string(),
  folder: z.strictObject({ id: folderId, name: z.string() }).nullable(),
  /** Number of the live version; null while none is live. */
  live: z.int().nullable(),
  newest: z.strictObject({ number: z.int(), status: z.enum(VERSION_STATUSES) }),
  /** The status in words: the live version's, else the newest's, with a newer one beside it: `Live 3 · Draft 4`. */
  statusText: z.string(),
  modifiedAt: instant,
  modifiedBy: person,
  /** Live sessions that were started within the last seven days. */
  sessionsLastWeek: z.int(),
  /** Of the newest version. */
  problems: problemCounts,
  openChangeRequests: z.int(),
  /** Null while it is not in the trash. */
  trashedAt: instant.nullable(),
  abilities: z.array(z.enum(['change', 'delete', 'restore', 'publish', 'test', 'run'])),
});

export type InteractionRow = z.infer<typeof interactionRow>;

/** What deleting would mean, shown before it is done. */
const deletionPreview = z.strictObject({
  versions: z.int(),
  running: z.int(),
  paused: z.int(),
  openChangeRequests: z.int(),
  /** When the trash would be emptied of it. */
  keptUntil: instant,
});

const params = z.strictObject({ account: accountId });
export const interactionParams = params.extend({ interaction: interactionId });

export const interactionRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/interactions',
    says: 'Lists Interactions, the last modified first.',
    access: 'interactions.read',
    params,
    query: z.strictObject({
      ...paging,
      /** Of the live version; of the newest where none is live. */
      status: z.enum(VERSION_STATUSES).optional(),
      folder: folderId.optional(),
      text: searchText.optional(),
      trash: flag.optional(),
    }),
    answers: { 200: list(interactionRow) },
  }),
  read: route({
    method: 'GET',
    path: '/accounts/:account/interactions/:interaction',
    says: 'Shows an Interaction.',
    access: 'interactions.read',
    params: interactionParams,
    answers: { 200: interactionRow },
    tagged: true,
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:account/interactions/:interaction',
    says: 'Renames an Interaction or moves it to another folder; `null` takes it out of its folder.',
    access: 'interactions.change',
    params: interactionParams,
    body: z.strictObject({ name: nameText.optional(), folder: folderId.nullable().optional() }),
    answers: { 200: interactionRow },
    tagged: true,
  }),
  deletion: route({
    method: 'GET',
    path: '/accounts/:account/interactions/:interaction/deletion',
    says: 'Tells what deleting the Interaction would mean.',
    access: 'interactions.delete',
    params: interactionParams,
    answers: { 200: deletionPreview },
  }),
  delete: route({
    method: 'DELETE',
    path: '/accounts/:account/interactions/:interaction',
    says: 'Moves an Interaction to the trash for 30 days. No new session starts; running ones finish.',
    access: 'interactions.delete',
    params: interactionParams,
    answers: { 200: interactionRow },
  }),
  restore: route({
    method: 'POST',
    path: '/accounts/:account/interactions/:interaction/restore',
    says: 'Brings an Interaction back from the trash.',
    access: 'interactions.delete',
    params: interactionParams,
    answers: { 200: interactionRow },
  }),
};
