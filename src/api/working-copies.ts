import * as z from 'zod';
import { accountId, interactionId, workingCopyId } from './identifier.ts';
import { list, paging } from './list.ts';
import { nothing, route } from './route.ts';
import { nameText } from './text.ts';
import { instant } from './time.ts';
import { person } from './users.ts';

/** Characters of one update in base64: a whole Interaction of the largest size, with room for Yjs' own. */
export const UPDATE_LENGTH = 10_000_000;

/** A binary update of a Yjs document, in base64. */
export const yjsUpdate = z.base64().min(1).max(UPDATE_LENGTH);

export const workingCopy = z.strictObject({
  id: workingCopyId,
  /** The id inside the file. */
  interaction: interactionId,
  name: z.string(),
  /** Number of the version that it began from, or that was last published from it. */
  basedOn: z.int().nullable(),
  modifiedAt: instant,
  modifiedBy: person,
  abilities: z.array(z.enum(['edit', 'delete'])),
});

export type WorkingCopy = z.infer<typeof workingCopy>;

const params = z.strictObject({ account: accountId });
const one = params.extend({ copy: workingCopyId });

export const workingCopyRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/working-copies',
    says: 'Lists working copies, the last modified first.',
    access: 'working-copies.edit',
    params,
    query: z.strictObject({ ...paging, interaction: interactionId.optional() }),
    answers: { 200: list(workingCopy) },
  }),
  create: route({
    method: 'POST',
    path: '/accounts/:account/working-copies',
    says: 'Begins a working copy, empty or with a first update.',
    access: 'working-copies.edit',
    params,
    body: z.strictObject({
      interaction: interactionId,
      name: nameText,
      basedOn: z.int().min(1).nullable().optional(),
      update: yjsUpdate.optional(),
    }),
    answers: { 201: workingCopy },
  }),
  read: route({
    method: 'GET',
    path: '/accounts/:account/working-copies/:copy',
    says: 'The whole state of a working copy as one update.',
    access: 'working-copies.edit',
    params: one,
    answers: { 200: workingCopy.extend({ update: z.string() }) },
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:account/working-copies/:copy',
    says: 'Renames a working copy, or says which version it is now based on.',
    access: 'working-copies.edit',
    params: one,
    body: z.strictObject({ name: nameText.optional(), basedOn: z.int().min(1).nullable().optional() }),
    answers: { 200: workingCopy },
  }),
  update: route({
    method: 'POST',
    path: '/accounts/:account/working-copies/:copy/updates',
    says: 'Adds an edit. Edits of several people merge; the same edit twice is the same as once.',
    access: 'working-copies.edit',
    params: one,
    body: z.strictObject({ update: yjsUpdate }),
    answers: { 204: nothing },
    repeat: 'harmless',
  }),
  delete: route({
    method: 'DELETE',
    path: '/accounts/:account/working-copies/:copy',
    says: 'Deletes a working copy.',
    access: 'working-copies.edit',
    params: one,
    answers: { 204: nothing },
  }),
};
