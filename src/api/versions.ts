import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';
import { CLIENTS } from './clients.ts';
import { accountId, changeRequestId, contentHash, folderId, interactionId } from './identifier.ts';
import { interactionParams, problemCounts, VERSION_STATUSES } from './interactions.ts';
import { list } from './list.ts';
import { problem } from './problem.ts';
import { nothing, route } from './route.ts';
import { longText, nameText, optionalLongText } from './text.ts';
import { instant } from './time.ts';
import { person } from './users.ts';

/** A step of a version's life: who, when, what, why. */
export const versionEvent = z.strictObject({
  at: instant,
  by: person,
  did: z.enum(['published', 'submitted', 'requested-changes', 'approved', 'made-live', 'retired']),
  /** The note or the reason that was given. */
  why: z.string().nullable(),
});

export type VersionEvent = z.infer<typeof versionEvent>;

/** What keeps a version from being approved and from going live, as the error says it that the act would be refused with. */
const heldUp = z.strictObject({
  code: z.enum(['version.has-errors', 'version.tests-failed', 'version.runs-errors', 'version.runs-failed-tests']),
  /** A whole sentence: what is wrong and how to mend it. */
  message: z.string(),
  /** The version of another Interaction that it runs and that has the fault. */
  from: z.strictObject({ interaction: interactionId, name: z.string(), version: z.int().min(1) }).optional(),
});

export type HeldUp = z.infer<typeof heldUp>;

export const VERSION_ABILITIES = [
  'submit',
  'request-changes',
  'approve',
  'approve-and-go-live',
  'go-live',
  'retire',
  'delete',
  'test',
  'run',
] as const;

export const version = z.strictObject({
  interaction: z.strictObject({ id: interactionId, name: z.string() }),
  number: z.int().min(1),
  status: z.enum(VERSION_STATUSES),
  content: contentHash,
  note: z.string(),
  clients: z.array(z.enum(CLIENTS)),
  languages: z.array(z.string()),
  elements: z.int(),
  publishedAt: instant,
  publishedBy: person,
  /** Since when it is live; null while it is not. */
  liveSince: instant.nullable(),
  problems: problemCounts,
  /** How the tests in its file ended when the server ran them at publication; null where that was not done yet. */
  tests: z.strictObject({ all: z.int(), passed: z.int() }).nullable(),
  /** Where approving it or making it live would be the next step: what is in the way, whoever asks. */
  heldUp: z.array(heldUp),
  /** Change requests that this version answers. */
  answers: z.array(changeRequestId),
  /** What the asker may do with it now. */
  abilities: z.array(z.enum(VERSION_ABILITIES)),
});

export type Version = z.infer<typeof version>;

const failedTest = z.strictObject({ id: z.string(), name: z.string(), failures: z.array(z.string()) });

export type FailedTest = z.infer<typeof failedTest>;

export const versionDetail = version.extend({
  problemList: z.array(problem),
  /** What it expects of the account and does not find there now: values, outcomes. */
  accountProblems: z.array(problem),
  /** What others have that it runs, directly or through others: their errors, their failed tests. */
  calledProblems: z.array(problem),
  /** The tests that failed at publication, with what was expected and what came; of very many not all. */
  failedTests: z.array(failedTest),
  history: z.array(versionEvent),
});

export type VersionDetail = z.infer<typeof versionDetail>;

/** A version that is run, directly or through others, and the versions of others that it runs itself. */
export const pinnedVersion = z.strictObject({
  interaction: interactionId,
  version: z.int().min(1),
  /** What the Interaction is called. */
  name: z.string(),
  /** Errors that the checks found in it at publication. */
  errors: z.int(),
  /** Tests in its file that failed then. */
  failedTests: z.int(),
  pins: z.record(interactionId, z.int().min(1)),
});

export type PinnedVersion = z.infer<typeof pinnedVersion>;

const one = interactionParams.extend({ version: z.coerce.number().int().min(1).max(1_000_000) });
const reason = z.strictObject({ reason: longText });

export const versionRoutes = {
  publish: route({
    method: 'POST',
    path: '/accounts/:account/versions',
    says: 'Publishes an Interaction file as a new version with the status Draft; the same content makes no second one, unless what the first one runs was mended.',
    access: 'versions.publish',
    params: z.strictObject({ account: accountId }),
    body: z.strictObject({
      /** The text of the file. */
      file: z.string().min(1).max(LIMITS.fileBytes),
      /** The name on this server; that of the file when left out. */
      name: nameText.optional(),
      note: optionalLongText.optional(),
      /** `null` for no folder; left out, it stays where it is. */
      folder: folderId.nullable().optional(),
      clients: z.array(z.enum(CLIENTS)).min(1).max(CLIENTS.length),
      answers: z.array(changeRequestId).max(100).optional(),
    }),
    answers: { 200: versionDetail, 201: versionDetail },
  }),
  list: route({
    method: 'GET',
    path: '/accounts/:account/interactions/:interaction/versions',
    says: 'Lists the versions of an Interaction, the newest first.',
    access: 'interactions.read',
    params: interactionParams,
    answers: { 200: list(version) },
  }),
  read: route({
    method: 'GET',
    path: '/accounts/:account/interactions/:interaction/versions/:version',
    says: 'Shows a version with its problems and its history.',
    access: 'interactions.read',
    params: one,
    answers: { 200: versionDetail },
  }),
  file: route({
    method: 'GET',
    path: '/accounts/:account/interactions/:interaction/versions/:version/file',
    says: 'The very text that was published.',
    access: 'interactions.read',
    params: one,
    answers: { 200: z.string() },
  }),
  pins: route({
    method: 'GET',
    path: '/accounts/:account/interactions/:interaction/versions/:version/pins',
    says: 'Lists which versions of other Interactions it runs, directly or through others; itself first.',
    access: 'interactions.read',
    params: one,
    answers: { 200: list(pinnedVersion) },
  }),
  submit: route({
    method: 'POST',
    path: '/accounts/:account/interactions/:interaction/versions/:version/submit',
    says: 'Asks for a review of the version.',
    access: 'versions.publish',
    params: one,
    body: z.strictObject({ note: optionalLongText.optional() }),
    answers: { 200: versionDetail },
  }),
  requestChanges: route({
    method: 'POST',
    path: '/accounts/:account/interactions/:interaction/versions/:version/request-changes',
    says: 'Gives the version back with a reason.',
    access: 'versions.decide',
    params: one,
    body: reason,
    answers: { 200: versionDetail },
  }),
  approve: route({
    method: 'POST',
    path: '/accounts/:account/interactions/:interaction/versions/:version/approve',
    says: 'Approves the version and, where asked, makes it live in the same moment.',
    access: 'versions.decide',
    params: one,
    body: z.strictObject({ note: optionalLongText.optional(), goLive: z.boolean() }),
    answers: { 200: versionDetail },
  }),
  goLive: route({
    method: 'POST',
    path: '/accounts/:account/interactions/:interaction/versions/:version/go-live',
    says: 'Makes an approved or formerly live version the live one.',
    access: 'versions.go-live',
    params: one,
    body: z.strictObject({ note: optionalLongText.optional() }),
    answers: { 200: versionDetail },
  }),
  retire: route({
    method: 'POST',
    path: '/accounts/:account/interactions/:interaction/versions/:version/retire',
    says: 'Takes a version out of use: no new session starts with it, running ones finish.',
    access: 'versions.retire',
    params: one,
    body: z.strictObject({ reason: optionalLongText.optional() }),
    answers: { 200: versionDetail },
  }),
  delete: route({
    method: 'DELETE',
    path: '/accounts/:account/interactions/:interaction/versions/:version',
    says: 'Deletes a version that is neither live nor in use. Reports stay readable.',
    access: 'versions.delete',
    params: one,
    answers: { 204: nothing },
  }),
};
