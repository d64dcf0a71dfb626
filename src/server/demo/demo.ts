import type { Role } from '#api/permissions.ts';
import { steppedClock, timeSortedIds } from '#prelude/ports.ts';
import { ok } from '#prelude/result.ts';
import { exclusively } from '#store/exclusively.ts';
import { findAccount, updateAccount } from '#store/queries/accounts.ts';
import { countSessionsSince } from '#store/queries/interaction-list.ts';
import { makeStepPartitions } from '#store/step-partitions.ts';
import { inTransaction } from '../http/transaction.ts';
import { secureRandom } from '../secure-random.ts';
import type { Services } from '../services.ts';
import { Evidence } from './evidence.ts';
import { analystLooks, fileFindings, IDENTITY } from './findings.ts';
import { type DemoTools, foundHouse } from './founding.ts';
import { DEMO_SCOPE, readHouse } from './house.ts';
import { AGENTS, DEMO_PASSWORD, STAFF } from './people.ts';
import { releaseSamples } from './publishing.ts';
import { writeSessions } from './sessions.ts';
import { keepValues } from './values.ts';

const DAY = 86_400_000;
/** How far back the sessions of the demo go. */
const PERIOD = 28 * DAY;
const SESSIONS = 3_000;
const SEED = 20_260_301;
/** Milliseconds of *Verify identity*, as its file says. */
const IDENTITY_TARGET = 30_000;

export interface DemoProgress {
  readonly sessions: number;
  readonly of: number;
}

export interface DemoOptions {
  /** How many sessions to make; some thousands when left out. */
  readonly sessions?: number;
  readonly onProgress?: (progress: DemoProgress) => void;
}

/** What to tell people who want to look around. */
export interface DemoSignIns {
  readonly password: string;
  readonly people: readonly { readonly name: string; readonly email: string; readonly role: Role }[];
}

export const DEMO_SIGN_INS: DemoSignIns = {
  password: DEMO_PASSWORD,
  people: [...Object.values(STAFF), ...AGENTS.slice(0, 1)].map(({ name, email, role }) => ({ name, email, role })),
};

/**
 * Makes the demo account where it is missing: people, reviewed and live Interactions, and weeks of sessions, all by the
 * commands and the engine that everybody's own go through. What was begun and broken off is finished.
 *
 * @returns whether anything was made
 */
export async function ensureDemo(services: Services, options: DemoOptions = {}): Promise<boolean> {
  if (await isComplete(services)) return false;
  let made = false;
  await exclusively(services.db, 'waymark demo', async () => {
    if (await isComplete(services)) return;
    await makeDemo(services, options);
    made = true;
  });
  return made;
}

/** The account is marked as the demo when all of it is there. */
async function isComplete({ db }: Services): Promise<boolean> {
  return (await findAccount(DEMO_SCOPE, db))?.settings.demo === true;
}

async function makeDemo(services: Services, { sessions = SESSIONS, onProgress }: DemoOptions): Promise<void> {
  const { db } = services;
  const to = services.clock.now();
  // From midnight on, so that what people did before the first session has its hours.
  const from = to - (to % DAY) - PERIOD;
  const clock = steppedClock(from);
  const within = <T>(work: (tools: DemoTools) => Promise<T>) =>
    inTransaction(db, async (transaction) =>
      ok(await work({ services, db: transaction, clock, ids: timeSortedIds(clock, secureRandom) })),
    );

  if (!(await findAccount(DEMO_SCOPE, db))) {
    await within(async (tools) => {
      clock.set(from - 10 * DAY);
      const folders = await foundHouse(tools);
      const people = await readHouse(tools.db);
      await keepValues(tools, people);
      await releaseSamples(tools, people, folders, from);
    });
  }
  const house = await readHouse(db);
  // The parts of the log for the months of the sessions; those of today are made at every start.
  await makeStepPartitions(db, from);
  const written = [...(await countSessionsSince(DEMO_SCOPE, db, 'demo', 0)).values()].reduce((a, b) => a + b, 0);
  const evidence = new Evidence(IDENTITY, IDENTITY_TARGET, analystLooks(to));
  let done = written;
  await writeSessions(services, house, {
    count: Math.max(0, sessions - written),
    from,
    to,
    seed: SEED + written,
    onSession(session, events) {
      evidence.note(session, events);
      onProgress?.({ sessions: ++done, of: sessions });
    },
  });
  await within(async (tools) => {
    await fileFindings(tools, house, evidence, { from, to });
    const account = await findAccount(DEMO_SCOPE, tools.db);
    await updateAccount(DEMO_SCOPE, tools.db, { settings: { ...account?.settings, demo: true } });
  });
}
