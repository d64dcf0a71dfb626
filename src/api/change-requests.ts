import * as z from 'zod';
import { accountId, changeRequestId, elementId, interactionId, userId } from './identifier.ts';
import { commaSeparated, list, paging } from './list.ts';
import { route } from './route.ts';
import { longText } from './text.ts';
import { instant } from './time.ts';
import { person } from './users.ts';

/** Open; answered: a version names it; closed: that version is live; declined. */
export const CHANGE_REQUEST_STATUSES = ['open', 'answered', 'closed', 'declined'] as const;

const period = z
  .strictObject({ from: instant, to: instant })
  .refine(({ from, to }) => from <= to, 'the period ends before it begins');

/** The figures that were seen when the request was opened, by name: `{"median": 41, "entered": 380}`. */
const figures = z.record(z.string().min(1).max(100), z.union([z.number(), z.string().max(200)]));

export const changeRequest = z.strictObject({
  id: changeRequestId,
  interaction: z.strictObject({ id: interactionId, name: z.string() }),
  version: z.int(),
  element: elementId.nullable(),
  period: period.nullable(),
  figures,
  wish: z.string(),
  status: z.enum(CHANGE_REQUEST_STATUSES),
  owner: person.nullable(),
  createdAt: instant,
  createdBy: person,
  /** The version that names it. */
  answeredBy: z.int().nullable(),
  abilities: z.array(z.enum(['change', 'decline', 'reopen'])),
});

export type ChangeRequest = z.infer<typeof changeRequest>;

const params = z.strictObject({ account: accountId });

export const changeRequestRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/change-requests',
    says: 'Lists change requests, the newest first.',
    access: 'change-requests.read',
    params,
    query: z.strictObject({
      ...paging,
      interaction: interactionId.optional(),
      status: commaSeparated(z.enum(CHANGE_REQUEST_STATUSES)).optional(),
      owner: userId.optional(),
    }),
    answers: { 200: list(changeRequest) },
  }),
  create: route({
    method: 'POST',
    path: '/accounts/:account/change-requests',
    says: 'Opens a change request with its evidence.',
    access: 'change-requests.write',
    params,
    body: z.strictObject({
      interaction: interactionId,
      version: z.int().min(1),
      element: elementId.optional(),
      period: period.optional(),
      figures: figures.refine((map) => Object.keys(map).length <= 50, 'at most 50 figures').optional(),
      wish: longText,
      owner: userId.optional(),
    }),
    answers: { 201: changeRequest },
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:account/change-requests/:request',
    says: 'Gives a change request an owner, declines it or opens it again.',
    access: 'change-requests.write',
    params: params.extend({ request: changeRequestId }),
    body: z.strictObject({
      status: z.enum(['open', 'declined']).optional(),
      owner: userId.nullable().optional(),
    }),
    answers: { 200: changeRequest },
  }),
};
