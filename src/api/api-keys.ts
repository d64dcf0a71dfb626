import * as z from 'zod';
import { accountId, apiKeyId } from './identifier.ts';
import { list, paging } from './list.ts';
import { ROLES } from './permissions.ts';
import { nothing, route } from './route.ts';
import { nameText } from './text.ts';
import { instant } from './time.ts';
import { person } from './users.ts';

export const apiKey = z.strictObject({
  id: apiKeyId,
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  /** How the key begins, so that people know which one it is. */
  begins: z.string(),
  createdAt: instant,
  createdBy: person,
  lastUsedAt: instant.nullable(),
});

export type ApiKey = z.infer<typeof apiKey>;

const params = z.strictObject({ account: accountId });

export const apiKeyRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/api-keys',
    says: 'Lists the API keys of an account, without the keys themselves.',
    access: 'api-keys.manage',
    params,
    query: z.strictObject(paging),
    answers: { 200: list(apiKey) },
  }),
  create: route({
    method: 'POST',
    path: '/accounts/:account/api-keys',
    says: 'Makes an API key. The key is in this answer and nowhere else.',
    access: 'api-keys.manage',
    params,
    body: z.strictObject({ name: nameText, roles: z.array(z.enum(ROLES)).min(1).max(ROLES.length) }),
    answers: { 201: apiKey.extend({ key: z.string() }) },
    // The answer holds the key: it must not be kept for a repetition.
    repeat: 'harmless',
  }),
  withdraw: route({
    method: 'DELETE',
    path: '/accounts/:account/api-keys/:key',
    says: 'Withdraws an API key at once.',
    access: 'api-keys.manage',
    params: params.extend({ key: apiKeyId }),
    answers: { 204: nothing },
  }),
};
