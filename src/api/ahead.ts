import * as z from 'zod';
import type { JsonObject } from '#prelude/json.ts';
import { accountId, contentHash, interactionId, sessionId } from './identifier.ts';
import { route } from './route.ts';
import { instant } from './time.ts';

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** Where the program of a session is, by its content: what is there never changes. */
const programAddress = z.strictObject({
  interaction: interactionId,
  version: z.int().min(1),
  content: contentHash,
});

/** What a player needs beside the page to step ahead of the server, for one step of a session of the asker’s own. */
export const aheadBody = z.strictObject({
  /** The step after which all of it holds. */
  seq: z.int(),
  /** The server’s clock. */
  now: instant,
  /** What the session has come to, as its log tells it: secrets stand in none. Null: nothing can be foreseen from here. */
  state: jsonObject.nullable(),
  /** The values of the account that the program reads, in the language of the session, and their types. */
  values: jsonObject,
  valueTypes: jsonObject,
  /** What days and times of day without an offset mean: the zone of the account. */
  timeZone: z.string(),
  program: programAddress,
});

export type AheadBody = z.infer<typeof aheadBody>;

/**
 * The content of a version as far as a run without the world outside needs it, with the versions of other Interactions that
 * it calls.
 */
export const programBody = z.strictObject({
  /** The Interaction itself first. */
  pinned: z.array(
    z.strictObject({
      name: z.string(),
      /** The file, without what stays on the server. */
      interaction: jsonObject,
      /** The names of those that it calls, by Interaction. */
      calls: z.record(z.string(), z.string()),
    }),
  ),
});

export type ProgramBody = z.infer<typeof programBody>;

export const aheadRoutes = {
  session: route({
    method: 'GET',
    path: '/accounts/:account/sessions/:session/ahead',
    says: 'Gives whoever runs a session what their player steps ahead with; to others it is not there.',
    access: 'sessions.use',
    params: z.strictObject({ account: accountId, session: sessionId }),
    answers: { 200: aheadBody },
  }),
  program: route({
    method: 'GET',
    path: '/accounts/:account/interactions/:interaction/versions/:version/programs/:content',
    says: 'What a version does where nothing outside is asked, for those who have an open session of it. Kept for good.',
    access: 'sessions.use',
    params: z.strictObject({
      account: accountId,
      interaction: interactionId,
      version: z.coerce.number().int().min(1).max(1_000_000),
      content: contentHash,
    }),
    answers: { 200: programBody },
  }),
};
