import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SessionEvent } from '#contract/event.ts';
import type { MeasuredVisit } from '#contract/visit.ts';
import { visitsOf } from '#engine/visits.ts';
import type { Evidence, SessionFacts } from '#measures/evidence.ts';
import { MEASURES } from '#measures/measures.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { CallingWanderer } from '#test/database/calling-wanderer.ts';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { measuredVisits } from '#test/database/measured-visits.ts';
import { anAccount, MORNING, newId } from '#test/database/rows.ts';
import { type Ground, newGround, START, Wanderer } from '#test/database/wanderer.ts';
import { connectionPool } from '../connect.ts';
import { listSteps } from '../queries/session-steps.ts';
import { deleteSession, listSessions } from '../queries/sessions.ts';
import type { AccountScope } from '../scope.ts';
import type { SessionKind } from '../session-tables.ts';
import { askEvidence, type Cut } from './evidence.ts';
import { openReplica } from './open-replica.ts';
import type { Replica } from './replica.ts';

let place: string;
let database: FreshDatabase;
let ground: Ground;
let scope: AccountScope;
let replicas: Replica[] = [];

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'waymark-replica-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

beforeEach(async () => {
  database = await freshDatabase();
  ground = await newGround(database);
  scope = ground.scope;
});
afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  replicas = [];
  await database.drop();
});

async function opened(name: string): Promise<Replica> {
  const result = await openReplica({ file: join(place, `${name}.duckdb`), pool: database.pool });
  if (!result.ok) throw new Error(result.error.message);
  replicas.push(result.value);
  return result.value;
}

async function closed(replica: Replica): Promise<void> {
  replicas = replicas.filter((other) => other !== replica);
  await replica.close();
}

/** The same evidence, counted from the log itself. */
async function recounted(kind: SessionKind): Promise<Evidence> {
  const visits: MeasuredVisit[] = [];
  const sessions: SessionFacts[] = [];
  for (const line of await listSessions(scope, database.db, { kind }, 1_000)) {
    const steps = await listSteps(scope, database.db, line.id);
    const events = steps.flatMap((step) => step.events as unknown as SessionEvent[]);
    visits.push(...measuredVisits(visitsOf(line.id, events)));
    let outcome: string | null = null;
    for (const event of events) {
      if (event.kind === 'ended') outcome = event.outcome;
      if (event.kind === 'resumed') outcome = null;
    }
    sessions.push({ session: line.id, version: line.content_hash, outcome });
  }
  return { visits, sessions, targets: targets() };
}

function targets() {
  return ground.contents.map((version, index) => ({ version, element: START, target: 20_000 * (index + 1) }));
}

function sorted(rows: readonly object[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .map(([key, value]) => [key, typeof value === 'number' ? Number(value.toPrecision(9)) : value])
          .sort(),
      ),
    )
    .sort();
}

/** Feeds until all that has happened is copied: a transaction of anybody, such as the database's own, holds it back. */
async function caughtUp(replica: Replica): Promise<void> {
  const { rows } = await database.pool.query('select extract(epoch from clock_timestamp()) * 1000 as now');
  await expect
    .poll(async () => {
      await replica.feed();
      return replica.fedUntil ?? 0;
    })
    .toBeGreaterThanOrEqual(Math.floor(Number(rows[0].now)));
}

async function expectEqualToLog(replica: Replica, kind: SessionKind = 'live'): Promise<void> {
  await caughtUp(replica);
  const evidence = await recounted(kind);
  for (const measure of Object.values(MEASURES)) {
    const found = await askEvidence(scope, replica, { kind, interaction: ground.interaction }, measure.sql, targets());
    expect([measure.id, sorted(found)]).toEqual([measure.id, sorted(measure.recount(evidence))]);
  }
}

test('every measure over the replica is what a recount from the log gives, whenever the feed ran', async () => {
  const replica = await opened('measures');
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 1_000_000 }),
      fc.array(fc.constantFrom('step', 'feed'), { minLength: 5, maxLength: 60 }),
      async (seed, acts) => {
        const wanderers = Array.from({ length: 4 }, (_, n) => new Wanderer(ground, seed + n));
        for (const [index, what] of acts.entries()) {
          if (what === 'feed') await replica.feed();
          else await wanderers[(seed + index * 7) % 4]?.step();
        }
        await replica.feed();
        await expectEqualToLog(replica);
      },
    ),
    { numRuns: 8 },
  );
});

test('sessions that call other Interactions, in loops, are counted as the log has them: no moment twice', async () => {
  const replica = await opened('calling');
  const wanderers = Array.from({ length: 10 }, (_, n) => new CallingWanderer(ground, n));
  const still = new Set<unknown>();
  for (let round = 0; round < 30; round++) {
    for (const wanderer of wanderers) await wanderer.step();
    if (round % 3 !== 0) continue;
    await replica.feed();
    await expectEqualToLog(replica);
    const rows = await askEvidence(scope, replica, { kind: 'live' }, 'select element from visit where still');
    for (const { element } of rows) still.add(element);
  }
  await replica.feed();
  await expectEqualToLog(replica);
  const anew = await opened('calling-anew');
  await anew.feed();
  await expectEqualToLog(anew);
  const { visits } = await recounted('live');
  expect(visits.some(({ element, inside }) => element === 'u_check/u_age' && inside > 0)).toBe(true);
  // While a sub-Interaction is under way, its callers are still there as well.
  expect([...still]).toEqual(expect.arrayContaining(['u_check', 'u_check/u_age']));
});

test('a deleted file is made again, equal to the one that followed along', async () => {
  const following = await opened('following');
  const wanderers = Array.from({ length: 12 }, (_, n) => new Wanderer(ground, n));
  for (let round = 0; round < 15; round++) {
    for (const wanderer of wanderers) await wanderer.step();
    await following.feed();
  }
  const anew = await opened('anew');
  await anew.feed();
  await expectEqualToLog(following);
  await expectEqualToLog(anew);
  const columns = 'element, n, exit, next, active, idle, inside, entered';
  const visits = `select ${columns} from finished_visit order by all`;
  expect(await anew.query(visits, [])).toEqual(await following.query(visits, []));
  const sessions = 'select id, started, ended, outcome, visits, path, active, idle, seq from ended_session order by id';
  const read = async (replica: Replica) => replica.query(sessions.replace('path', 'path::varchar as path'), []);
  expect(await read(anew)).toEqual(await read(following));
});

test('a file that is closed and opened again goes on where it was', async () => {
  const wanderers = Array.from({ length: 8 }, (_, n) => new Wanderer(ground, n + 20));
  const first = await opened('again');
  for (const wanderer of wanderers) for (let n = 0; n < 4; n++) await wanderer.step();
  await caughtUp(first);
  const until = first.fedUntil;
  await closed(first);
  for (const wanderer of wanderers) for (let n = 0; n < 4; n++) await wanderer.step();
  const second = await opened('again');
  expect(until).not.toBeNull();
  expect(second.fedUntil).toBe(until);
  await expect.poll(async () => (await second.feed()).steps).toBeGreaterThan(0);
  await caughtUp(second);
  expect(await second.feed()).toEqual({ steps: 0, visits: 0 });
  await expectEqualToLog(second);
});

test('a log that was replaced, as by a restored backup, is read from its beginning', async () => {
  const replica = await opened('replaced');
  const wanderers = [1, 2, 3].map((seed) => new Wanderer(ground, seed));
  for (let n = 0; n < 3; n++) for (const wanderer of wanderers) await wanderer.step();
  await caughtUp(replica);
  const owner = connectionPool(database.owner, () => {});
  await owner.query(`
    create table kept as select * from session_steps;
    truncate session_steps;
    insert into session_steps select account_id, session_id, seq, command_id, actor, at, events from kept`);
  await owner.end();
  for (const wanderer of wanderers) await wanderer.step();
  await expectEqualToLog(replica);
});

test('a step whose transaction is finished late is not missed, and nothing claims to know it before', async () => {
  const replica = await opened('late');
  const [early, late] = [new Wanderer(ground, 1), new Wanderer(ground, 2)];
  await early.step();
  await late.step();
  await caughtUp(replica);
  const slow = new pg.Client(database.application);
  await slow.connect();
  await slow.query('begin');
  await late.step(slow);
  await early.step();
  const before = Date.now();
  await replica.feed();
  expect(replica.fedUntil ?? 0).toBeLessThanOrEqual(before);
  expect((await askEvidence(scope, replica, { kind: 'live' }, 'select max(n) as n from visit'))[0]?.n).toBe(1);
  await slow.query('commit');
  await slow.end();
  await caughtUp(replica);
  expect(replica.fedUntil ?? 0).toBeGreaterThanOrEqual(before);
  await expectEqualToLog(replica);
});

test('calls and feeds at the same time lose nothing', async () => {
  const replica = await opened('same-time');
  const wanderers = Array.from({ length: 10 }, (_, n) => new Wanderer(ground, n + 50));
  let going = true;
  const feeding = (async () => {
    while (going) await replica.feed();
  })();
  await Promise.all(
    wanderers.map(async (wanderer) => {
      for (let n = 0; n < 20; n++) await wanderer.step();
    }),
  );
  going = false;
  await feeding;
  await replica.feed();
  await expectEqualToLog(replica);
});

describe('a cut', () => {
  test('narrows to an Interaction, versions, a period, a client, a channel; kinds never mix', async () => {
    const replica = await opened('cuts');
    for (let seed = 0; seed < 12; seed++) await new Wanderer(ground, seed).start(seed < 9 ? 'live' : 'test');
    await caughtUp(replica);
    const count = async (cut: Partial<Cut>) => {
      const rows = await askEvidence(scope, replica, { kind: 'live', ...cut }, 'select count(*) as n from session');
      return rows[0]?.n;
    };
    const all = await listSessions(scope, database.db, { kind: 'live' }, 100);
    const where = (test: (line: (typeof all)[number]) => boolean) => all.filter(test).length;
    expect(await count({})).toBe(9);
    expect(await count({ kind: 'test' })).toBe(3);
    expect(await count({ interaction: ground.interaction })).toBe(9);
    expect(await count({ interaction: 'int_none' as InteractionId })).toBe(0);
    expect(await count({ versions: [1] })).toBe(where((line) => line.version_number === 1));
    expect(await count({ versions: [1, 2] })).toBe(9);
    expect(await count({ versions: [] })).toBe(0);
    expect(await count({ from: MORNING })).toBe(9);
    expect(await count({ from: MORNING + 1 })).toBe(0);
    expect(await count({ to: MORNING })).toBe(0);
    expect(await count({ client: 'desk', channel: 'voice' })).toBe(
      where((line) => line.client === 'desk' && line.channel === 'voice'),
    );
    expect(await count({ language: 'es' })).toBe(0);
  });

  test('never reaches into another account', async () => {
    const replica = await opened('accounts');
    await new Wanderer(ground, 1).step();
    await caughtUp(replica);
    const other = await anAccount(database.db);
    for (const relation of ['session', 'visit']) {
      expect(await askEvidence(other, replica, { kind: 'live' }, `select * from ${relation}`)).toEqual([]);
      expect(await askEvidence(scope, replica, { kind: 'live' }, `select * from ${relation}`)).toHaveLength(1);
    }
  });
});

test('an erased session is gone from the reports', async () => {
  const replica = await opened('erased');
  const wanderers = [1, 2, 3, 4].map((seed) => new Wanderer(ground, seed));
  for (let n = 0; n < 25; n++) for (const wanderer of wanderers) await wanderer.step();
  await caughtUp(replica);
  for (const { id } of wanderers.slice(0, 3)) await deleteSession(scope, database.db, id, MORNING);
  await caughtUp(replica);
  await expectEqualToLog(replica);
  const left = await askEvidence(scope, replica, { kind: 'live' }, 'select distinct id from session');
  expect(left).toEqual([{ id: wanderers[3]?.id }]);
  expect(await replica.query('select count(distinct session) as n from finished_visit', [])).toEqual([{ n: 1 }]);
  expect(await listSteps(scope, database.db, wanderers[0]?.id ?? newId('ses'))).toEqual([]);
});
