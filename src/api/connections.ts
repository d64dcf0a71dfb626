import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';
import { accountId, connectionKey } from './identifier.ts';
import { list, paging } from './list.ts';
import { headerName, outgoingHeaders, secretForHeader, secretState, secretText } from './outgoing.ts';
import { reference } from './references.ts';
import { nothing, route } from './route.ts';
import { nameText } from './text.ts';
import { instant } from './time.ts';
import { trial } from './trial.ts';
import { person } from './users.ts';

/** How outside systems are reached. */
const CONNECTION_KINDS = ['http'] as const;

/** Sessions with customers use the live settings; test runs, and *Try it*, use the test settings. */
export const CONNECTION_SIDES = ['live', 'test'] as const;

export type ConnectionSide = (typeof CONNECTION_SIDES)[number];

export const CALL_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

export type CallMethod = (typeof CALL_METHODS)[number];

/** Where all calls of a connection begin: `https://crm.example.org/api`. */
const baseUrl = z
  .url({ protocol: /^https?$/, error: 'an address is written like https://crm.example.org/api' })
  .max(LIMITS.urlLength)
  .regex(/^[^?#]*$/, 'the address ends before ? and #')
  .regex(/^https?:\/\/[^/\\@]+(\/|$)/i, 'user and password belong under Authentication, not into the address');

const user = z
  .string()
  .min(1)
  .max(200)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it may not hold
  .regex(/^[^\u0000-\u001f\u007f:]*$/, 'a user name stands on one line and holds no colon');

const shared = {
  baseUrl,
  /** Sent with every call. They are shown to whoever may set up connections: a secret is no header. */
  headers: outgoingHeaders,
  /** Milliseconds that a call may take where its element does not say. */
  timeLimit: z.int().min(100).max(LIMITS.callTime),
  /** How often a call is tried again that failed and may go well the next time. */
  retries: z.int().min(0).max(LIMITS.callRetries),
};

/** As they are shown: of a secret only whether it is there. */
export const httpSettings = z.strictObject({
  ...shared,
  authentication: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('basic'), user, secret: secretState }),
    z.strictObject({ kind: z.literal('bearer'), secret: secretState }),
    z.strictObject({ kind: z.literal('header'), name: headerName, secret: secretState }),
  ]),
});

export type HttpSettings = z.infer<typeof httpSettings>;

/**
 * As they are sent. A secret that is left out stays as it is, as long as the settings lead to the same server and
 * authenticate in the same way: a secret is never sent to a server that it was not entered for.
 */
export const httpSettingsToSet = z.strictObject({
  ...shared,
  authentication: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('basic'), user, secret: secretText.optional() }),
    z.strictObject({ kind: z.literal('bearer'), secret: secretForHeader.optional() }),
    z.strictObject({ kind: z.literal('header'), name: headerName, secret: secretForHeader.optional() }),
  ]),
});

export type HttpSettingsToSet = z.infer<typeof httpSettingsToSet>;

/** One line of the list: enough to choose a connection by. */
export const connectionLine = z.strictObject({
  key: connectionKey,
  name: z.string(),
  kind: z.enum(CONNECTION_KINDS),
  /** Which settings are there. */
  ready: z.strictObject({ live: z.boolean(), test: z.boolean() }),
  /** The servers that it leads to, for those who may set it up. */
  hosts: z.strictObject({ live: z.string().nullable(), test: z.string().nullable() }).optional(),
  modifiedAt: instant,
  modifiedBy: person,
  abilities: z.array(z.enum(['change', 'delete'])),
});

export type ConnectionLine = z.infer<typeof connectionLine>;

export const connection = z.strictObject({
  key: connectionKey,
  name: z.string(),
  kind: z.enum(CONNECTION_KINDS),
  /** Null until they are entered. */
  live: httpSettings.nullable(),
  test: httpSettings.nullable(),
  createdAt: instant,
  modifiedAt: instant,
  modifiedBy: person,
  abilities: z.array(z.enum(['change', 'delete', 'try'])),
});

export type Connection = z.infer<typeof connection>;

const params = z.strictObject({ account: accountId });
const one = params.extend({ connection: connectionKey });

/** What a trial sends, below the address of the test settings. */
const trialCall = z.strictObject({
  method: z.enum(CALL_METHODS),
  /** `/customers/17?view=short`. */
  path: z.string().max(LIMITS.urlLength),
  /** Sent as JSON where it can be read as such, as XML otherwise. */
  body: z.string().max(LIMITS.longText).optional(),
});

export const connectionRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/connections',
    says: 'Lists the connections of an account by key.',
    access: 'connections.read',
    params,
    query: z.strictObject(paging),
    answers: { 200: list(connectionLine) },
  }),
  create: route({
    method: 'POST',
    path: '/accounts/:account/connections',
    says: 'Makes a connection. Its key never changes; its secrets are never shown again.',
    access: 'connections.manage',
    params,
    body: z.strictObject({
      key: connectionKey,
      name: nameText,
      kind: z.enum(CONNECTION_KINDS),
      live: httpSettingsToSet.nullable(),
      test: httpSettingsToSet.nullable(),
    }),
    answers: { 201: connection },
    tagged: true,
    // To know a repetition, a fast hash of the secrets would have to be kept; the key is taken by then anyway.
    repeat: 'harmless',
  }),
  read: route({
    method: 'GET',
    path: '/accounts/:account/connections/:connection',
    says: 'Shows a connection with its settings, without its secrets.',
    access: 'connections.manage',
    params: one,
    answers: { 200: connection },
    tagged: true,
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:account/connections/:connection',
    says: 'Renames a connection or changes its settings; a secret that is left out stays as it is.',
    access: 'connections.manage',
    params: one,
    body: z.strictObject({
      name: nameText.optional(),
      live: httpSettingsToSet.nullable().optional(),
      test: httpSettingsToSet.nullable().optional(),
    }),
    answers: { 200: connection },
    tagged: true,
  }),
  uses: route({
    method: 'GET',
    path: '/accounts/:account/connections/:connection/uses',
    says: 'Lists the versions and working copies whose elements use the connection.',
    access: 'connections.read',
    params: one,
    query: z.strictObject(paging),
    answers: { 200: list(reference) },
  }),
  try: route({
    method: 'POST',
    path: '/accounts/:account/connections/:connection/try',
    says: 'Makes one call with the test settings and shows what comes back, its secrets masked.',
    access: 'connections.manage',
    params: one,
    body: trialCall,
    answers: { 200: trial },
    // Each trial is one call; its answer is not kept for a repetition.
    repeat: 'harmless',
  }),
  delete: route({
    method: 'DELETE',
    path: '/accounts/:account/connections/:connection',
    says: 'Deletes a connection with its secrets. Refused while live versions use it.',
    access: 'connections.manage',
    params: one,
    answers: { 204: nothing },
  }),
};
