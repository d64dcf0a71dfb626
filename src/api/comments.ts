import * as z from 'zod';
import { commentId, elementId, sessionId } from './identifier.ts';
import { interactionParams } from './interactions.ts';
import { flag, list, paging } from './list.ts';
import { route } from './route.ts';
import { longText } from './text.ts';
import { instant } from './time.ts';
import { person } from './users.ts';

const reply = z.strictObject({ id: commentId, by: person, at: instant, text: z.string() });

export const comment = z.strictObject({
  id: commentId,
  /** Null where it is about the Interaction as a whole. */
  element: elementId.nullable(),
  version: z.int().nullable(),
  session: sessionId.nullable(),
  by: person,
  at: instant,
  text: z.string(),
  resolved: z.boolean(),
  replies: z.array(reply),
  /** `open-session`: look at the run that it was made in, step by step. */
  abilities: z.array(z.enum(['resolve', 'reply', 'open-session'])),
});

export type Comment = z.infer<typeof comment>;

const one = interactionParams.extend({ comment: commentId });

export const commentRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/interactions/:interaction/comments',
    says: 'Lists the comments on an Interaction, the newest first.',
    access: 'comments.read',
    params: interactionParams,
    query: z.strictObject({ ...paging, element: elementId.optional(), open: flag.optional() }),
    answers: { 200: list(comment) },
  }),
  add: route({
    method: 'POST',
    path: '/accounts/:account/interactions/:interaction/comments',
    says: 'Comments on an element, or on the Interaction as a whole.',
    access: 'comments.write',
    params: interactionParams,
    body: z.strictObject({
      element: elementId.optional(),
      version: z.int().min(1).optional(),
      session: sessionId.optional(),
      text: longText,
    }),
    answers: { 201: comment },
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:account/interactions/:interaction/comments/:comment',
    says: 'Resolves a comment or opens it again.',
    access: 'comments.write',
    params: one,
    body: z.strictObject({ resolved: z.boolean() }),
    answers: { 200: comment },
  }),
  reply: route({
    method: 'POST',
    path: '/accounts/:account/interactions/:interaction/comments/:comment/replies',
    says: 'Replies to a comment.',
    access: 'comments.write',
    params: one,
    body: z.strictObject({ text: longText }),
    answers: { 201: comment },
  }),
};
