import * as z from 'zod';
import { accountId } from './identifier.ts';
import { list } from './list.ts';
import { route } from './route.ts';
import { nameText } from './text.ts';

const MINUTES_OF_A_WEEK = 10_080;

/** How the account works: what an administrator can set. */
export const accountSettings = z.strictObject({
  /** IANA name, such as `Europe/Madrid`: days and hours of reports are those of this zone. */
  timeZone: z
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9_+/-]+$/, 'a time zone is written like Europe/Madrid'),
  /** Minutes without a command after which a session is timed out. */
  idleMinutes: z.int().min(1).max(MINUTES_OF_A_WEEK),
  /** Whether authors may approve their own versions. */
  selfApproval: z.boolean(),
  /** Approving and going live are two steps. */
  separateGoLive: z.boolean(),
  /** Whether a version whose tests failed at publication can be approved and made live only after they pass. */
  testsMustPass: z.boolean(),
  /** Target time of elements without their own, seconds. */
  elementTarget: z.int().min(1).max(86_400).nullable(),
  /** Target time of Interactions without their own, seconds. */
  sessionTarget: z.int().min(1).max(604_800).nullable(),
});

export type AccountSettings = z.infer<typeof accountSettings>;

export const account = z.strictObject({
  id: accountId,
  name: z.string(),
  demo: z.boolean(),
  settings: accountSettings,
  abilities: z.array(z.enum(['change'])),
});

export type Account = z.infer<typeof account>;

const params = z.strictObject({ account: accountId });

export const accountRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts',
    says: 'Lists all accounts of the server.',
    access: 'system',
    answers: { 200: list(z.strictObject({ id: accountId, name: z.string(), demo: z.boolean() })) },
  }),
  create: route({
    method: 'POST',
    path: '/accounts',
    says: 'Makes an account.',
    access: 'system',
    body: z.strictObject({ name: nameText, settings: accountSettings.partial().optional() }),
    answers: { 201: account },
  }),
  read: route({
    method: 'GET',
    path: '/accounts/:account',
    says: 'Shows an account and its settings.',
    access: 'account.read',
    params,
    answers: { 200: account },
    tagged: true,
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:account',
    says: 'Changes the name or the settings of an account.',
    access: 'account.change',
    params,
    body: z.strictObject({ name: nameText.optional(), settings: accountSettings.partial().optional() }),
    answers: { 200: account },
    tagged: true,
  }),
};
