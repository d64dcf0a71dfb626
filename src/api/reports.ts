import * as z from 'zod';
import { CHANNELS, CLIENTS } from './clients.ts';
import { accountId, elementId, elementPath, interactionId } from './identifier.ts';
import { commaSeparated, flag, list, paging } from './list.ts';
import { route } from './route.ts';
import { SESSION_KINDS, sessionRow } from './sessions.ts';
import { instant, instantInQuery, milliseconds } from './time.ts';

/** Times of n visits or sessions, milliseconds; null where n is 0. */
const times = z.strictObject({
  n: z.int(),
  mean: milliseconds.nullable(),
  p50: milliseconds.nullable(),
  p90: milliseconds.nullable(),
});

/** How far the figures reach: all that happened until then is in them. */
const fedUntil = instant.nullable();

/** How a session went, whatever the account calls its outcome. */
export const WENT = ['completed', 'timedOut', 'quit', 'transferred', 'failed', 'running'] as const;

export type Went = (typeof WENT)[number];

/** Sessions of the period by how they went; started = running + all that ended. */
export const summaryReport = z.strictObject({
  fedUntil,
  started: z.int(),
  completed: z.int(),
  timedOut: z.int(),
  quit: z.int(),
  transferred: z.int(),
  failed: z.int(),
  running: z.int(),
  byOutcome: z.array(z.strictObject({ outcome: z.string(), sessions: z.int() })),
  /** From start to end, without pauses, of sessions that ended. */
  handleTime: times,
});

export type SummaryReport = z.infer<typeof summaryReport>;

/** One element: entered = left by each exit + ended here + still here. */
export const elementFlow = z.strictObject({
  entered: z.int(),
  /** Visits that left towards another element, by exit; the engine's own `back` and `jump` stand here too. */
  leftByExit: z.record(z.string(), z.int()),
  /** Visits with which the session ended. */
  endedHere: z.int(),
  stillHere: z.int(),
  /** Of those that ended here: quit, timed out or failed. */
  dropOff: z.int(),
  /** Visits that left by going back. */
  back: z.int(),
  /** Active time of finished visits. */
  time: times,
  /** Milliseconds in use in the Interaction that it calls, on the average; null where it calls none. */
  inside: milliseconds.nullable(),
  /** Target time, milliseconds. */
  target: milliseconds.nullable(),
  overTarget: z.strictObject({ n: z.int(), share: z.number().min(0).max(1) }),
});

export type ElementFlow = z.infer<typeof elementFlow>;

export const flowReport = z.strictObject({
  fedUntil,
  sessions: z.int(),
  /** Those of Interactions that run within stand below the element that runs them: `u_identity/q_name`. */
  elements: z.record(elementPath, elementFlow),
  /** How often each connector was gone along, by its id in the newest of the versions. */
  connectors: z.record(z.string(), z.int()),
});

export type FlowReport = z.infer<typeof flowReport>;

const cut = {
  interaction: interactionId,
  /** All versions when left out. */
  versions: commaSeparated(
    z
      .string()
      .regex(/^[1-9]\d{0,6}$/)
      .transform(Number),
  ).optional(),
  /** Sessions that started from here … */
  from: instantInQuery.optional(),
  /** … and before this. */
  to: instantInQuery.optional(),
  /** Live ones when left out; kinds are never mixed. */
  kind: z.enum(SESSION_KINDS).optional(),
  client: z.enum(CLIENTS).optional(),
  channel: z.enum(CHANNELS).optional(),
};

/** Who ran it stands on the session itself: it takes the right to see that. */
const reportedSession = sessionRow.omit({ agent: true }).extend({
  /** Active time at the element, or of the session. */
  active: milliseconds,
});

const params = z.strictObject({ account: accountId });

/** The Interactions of an account in a period. */
export const interactionsReport = z.strictObject({
  fedUntil,
  /** Those that had sessions, the one with the most first. */
  items: z.array(
    z.strictObject({
      /** `deleted`: it is in the trash or gone; its sessions were there all the same. */
      interaction: z.strictObject({ id: interactionId, name: z.string(), deleted: z.boolean() }),
      started: z.int(),
      completed: z.int(),
      /** The median of its sessions that ended, milliseconds; null where none has. */
      handleTime: z.number().nullable(),
    }),
  ),
  /** How many others there are, which had none. */
  without: z.int(),
});

export type InteractionsReport = z.infer<typeof interactionsReport>;

export const reportRoutes = {
  summary: route({
    method: 'GET',
    path: '/accounts/:account/reports/summary',
    says: 'How the sessions of an Interaction, or of the whole account, went.',
    access: 'reports.read',
    params,
    query: z.strictObject({ ...cut, interaction: interactionId.optional() }),
    answers: { 200: summaryReport },
  }),
  interactions: route({
    method: 'GET',
    path: '/accounts/:account/reports/interactions',
    says: 'How the sessions of each Interaction went that had any, and how many had none.',
    access: 'reports.read',
    params,
    query: z.strictObject(cut).omit({ interaction: true, versions: true }),
    answers: { 200: interactionsReport },
  }),
  flow: route({
    method: 'GET',
    path: '/accounts/:account/reports/flow',
    says: 'What happened at each element and along each connector.',
    access: 'reports.read',
    params,
    query: z.strictObject(cut),
    answers: { 200: flowReport },
  }),
  sessions: route({
    method: 'GET',
    path: '/accounts/:account/reports/sessions',
    says: 'The sessions behind a number of a report.',
    access: 'reports.read',
    params,
    query: z.strictObject({
      ...paging,
      ...cut,
      /** That were at this element … */
      element: elementId.optional(),
      /** … and left it this way. */
      exit: z.string().min(1).max(100).optional(),
      outcome: z.string().min(1).max(100).optional(),
      went: z.enum(WENT).optional(),
      /** The longest at the element first; without it the last started first. */
      slowest: flag.optional(),
    }),
    answers: {
      200: list(reportedSession),
    },
  }),
};
