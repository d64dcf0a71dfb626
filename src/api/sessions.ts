import * as z from 'zod';
import type { JsonObject } from '#prelude/json.ts';
import { CHANNELS, CLIENTS } from './clients.ts';
import { commandBody } from './command.ts';
import { problemBody } from './errors.ts';
import { sessionEvent } from './event.ts';
import { accountId, elementPath, interactionId, sessionId, userId } from './identifier.ts';
import { flag, list, paging } from './list.ts';
import { page } from './page.ts';
import { route } from './route.ts';
import { instant, instantInQuery } from './time.ts';
import { person } from './users.ts';

/** Live: with a customer. Test: any version, with its variables shown. Practice: the live version with made-up data. */
export const SESSION_KINDS = ['live', 'test', 'practice'] as const;

export type SessionKind = (typeof SESSION_KINDS)[number];

export const SESSION_STATUSES = ['waiting', 'paused', 'ended', 'failed'] as const;

export type SessionStatus = (typeof SESSION_STATUSES)[number];

const SESSION_ABILITIES = [
  'answer',
  'back',
  'forward',
  'act',
  'skip',
  'note',
  'pause',
  'resume',
  'quit',
  'jump',
  'return',
  'language',
  'transfer',
  'comment',
] as const;

const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** Something that the page which hosts the player is told. */
const clientEvent = z.strictObject({
  /** The same where an answer is given again: nothing is told twice. */
  id: z.string(),
  name: z.string(),
  payload: jsonObject,
});

const variables: z.ZodType<JsonObject> = z.record(z.string().min(1).max(64), z.json());

const runs = z.strictObject({ id: interactionId, name: z.string(), version: z.int() });

/** A session at one moment, complete: start, every command and reading it answer with this. */
export const sessionBody = z.strictObject({
  id: sessionId,
  interaction: runs,
  kind: z.enum(SESSION_KINDS),
  /** Number of steps so far; the next command expects it. */
  seq: z.int(),
  status: z.enum(SESSION_STATUSES),
  /** Null once it is over. */
  page: page.nullable(),
  /** How it ended: `completed`, `quit`, `timed-out`, `failed`, or an outcome of the account. */
  outcome: z.string().optional(),
  /** The wrap-up text, once it is over. */
  summary: z.string().optional(),
  /** What this command told the host. */
  tells: z.array(clientEvent).optional(),
  /** What the account calls the outcome, in the language of the session; left out where it has no word of its own. */
  outcomeLabel: z.string().optional(),
  /** In test sessions only. */
  variables: variables.optional(),
  abilities: z.array(z.enum(SESSION_ABILITIES)),
});

export type SessionBody = z.infer<typeof sessionBody>;

/** The problem of a command that came too late, with the session as it is now. */
export const staleBody = problemBody.extend({ session: sessionBody });

export type StaleBody = z.infer<typeof staleBody>;

export const sessionRow = z.strictObject({
  id: sessionId,
  interaction: runs,
  kind: z.enum(SESSION_KINDS),
  status: z.enum(SESSION_STATUSES),
  outcome: z.string().nullable(),
  agent: person,
  client: z.enum(CLIENTS),
  channel: z.enum(CHANNELS).nullable(),
  startedAt: instant,
  changedAt: instant,
  endedAt: instant.nullable(),
  /** Where it is, or where it ended. */
  at: z.strictObject({ element: elementPath, name: z.string() }).nullable(),
  abilities: z.array(z.enum(['open', 'resume', 'steps'])),
});

export type SessionRow = z.infer<typeof sessionRow>;

/** One step of the log: what was asked, and all that followed from it. */
export const sessionStep = z.strictObject({
  seq: z.int(),
  at: instant,
  /** Null where the server did it itself, as when a session is timed out. */
  actor: person.nullable(),
  command: z.string(),
  events: z.array(sessionEvent),
});

export type SessionStep = z.infer<typeof sessionStep>;

/** One thing that led to a page, as a sentence. */
const whyReason = z.strictObject({
  kind: z.string(),
  element: elementPath.optional(),
  words: z.string(),
  at: instant,
  /** Whose act it came of; null where the server went on by itself. */
  by: person.nullable(),
});

export type WhyReason = z.infer<typeof whyReason>;

const params = z.strictObject({ account: accountId });
const one = params.extend({ session: sessionId });

export const sessionRoutes = {
  start: route({
    method: 'POST',
    path: '/accounts/:account/sessions',
    says: 'Starts a session. Its version is pinned: publishing another one does not disturb it.',
    access: 'sessions.use',
    params,
    body: z.strictObject({
      interaction: interactionId,
      /** The live version when left out; others only for tests. */
      version: z.int().min(1).optional(),
      kind: z.enum(SESSION_KINDS),
      client: z.enum(CLIENTS),
      channel: z.enum(CHANNELS).optional(),
      /** One of the Interaction's languages; its source language when left out. */
      language: z.string().max(35).optional(),
      /** Values for the variables that may be given at the start. */
      variables: variables.optional(),
    }),
    answers: { 201: sessionBody },
  }),
  command: route({
    method: 'POST',
    path: '/accounts/:account/sessions/:session/commands',
    says: 'Sends a command: an answer, back, a note, a pause. A repeated id gets its answer again.',
    access: 'sessions.use',
    params: one,
    body: commandBody,
    answers: { 200: sessionBody },
    repeat: 'own-id',
  }),
  read: route({
    method: 'GET',
    path: '/accounts/:account/sessions/:session',
    says: 'Shows a session as it is now; with `after`, waits some seconds for a step behind that one.',
    access: 'sessions.use',
    params: one,
    query: z.strictObject({ after: z.coerce.number().int().min(0).optional() }),
    answers: { 200: sessionBody },
  }),
  event: route({
    method: 'POST',
    path: '/accounts/:account/sessions/:session/events',
    says: 'Tells a session that something has happened outside for which it waits. Without such a wait: not found.',
    access: 'sessions.tell',
    params: one,
    body: z.strictObject({ name: z.string().min(1).max(100), payload: z.json().optional() }),
    answers: { 204: z.undefined() },
  }),
  list: route({
    method: 'GET',
    path: '/accounts/:account/sessions',
    says: 'Lists sessions, the last started first. Without the right to see those of others: one’s own.',
    access: 'sessions.use',
    params,
    query: z.strictObject({
      ...paging,
      /** One’s own, and those that wait for one’s teams until somebody takes them. */
      mine: flag.optional(),
      kind: z.enum(SESSION_KINDS).optional(),
      status: z.enum(SESSION_STATUSES).optional(),
      interaction: interactionId.optional(),
      agent: userId.optional(),
      from: instantInQuery.optional(),
      to: instantInQuery.optional(),
    }),
    answers: { 200: list(sessionRow) },
  }),
  why: route({
    method: 'GET',
    path: '/accounts/:account/sessions/:session/why',
    says: 'Says why a session came to a visit: the answers, rules and values on the way from the page before, each with who and when.',
    access: 'sessions.use',
    params: one,
    query: z.strictObject({ visit: z.coerce.number().int().min(1).optional() }),
    answers: { 200: list(whyReason) },
  }),
  steps: route({
    method: 'GET',
    path: '/accounts/:account/sessions/:session/steps',
    says: 'Shows the log of a session, step by step.',
    access: 'sessions.use',
    params: one,
    answers: { 200: list(sessionStep) },
  }),
};
