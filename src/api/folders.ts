import * as z from 'zod';
import { accountId, folderId } from './identifier.ts';
import { list } from './list.ts';
import { nothing, route } from './route.ts';
import { nameText } from './text.ts';

export const folder = z.strictObject({
  id: folderId,
  name: z.string(),
  /** How many Interactions are in it, those in the trash not counted. */
  interactions: z.int(),
  abilities: z.array(z.enum(['change', 'delete'])),
});

export type Folder = z.infer<typeof folder>;

const params = z.strictObject({ account: accountId });
const one = params.extend({ folder: folderId });

export const folderRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/folders',
    says: 'Lists all folders by name.',
    access: 'folders.read',
    params,
    answers: { 200: list(folder) },
  }),
  create: route({
    method: 'POST',
    path: '/accounts/:account/folders',
    says: 'Makes a folder.',
    access: 'folders.change',
    params,
    body: z.strictObject({ name: nameText }),
    answers: { 201: folder },
  }),
  rename: route({
    method: 'PATCH',
    path: '/accounts/:account/folders/:folder',
    says: 'Renames a folder.',
    access: 'folders.change',
    params: one,
    body: z.strictObject({ name: nameText }),
    answers: { 200: folder },
  }),
  delete: route({
    method: 'DELETE',
    path: '/accounts/:account/folders/:folder',
    says: 'Deletes an empty folder.',
    access: 'folders.change',
    params: one,
    answers: { 204: nothing },
  }),
};
