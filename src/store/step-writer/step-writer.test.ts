import * as fc from 'fast-check';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { CommandId, SessionId } from '#prelude/ids.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { anAccount, aSession, MORNING, newId } from '#test/database/rows.ts';
import { connectionPool, preparedPool } from '../connect.ts';
import { listSteps } from '../queries/session-steps.ts';
import { findSession, listSessions } from '../queries/sessions.ts';
import type { AccountScope } from '../scope.ts';
import type { SessionHead, Step } from './session-head.ts';
import { StepWriter } from './step-writer.ts';

/** A session that counts: each step adds one and says so in its event. */
interface Counter {
  readonly total: number;
}

let database: FreshDatabase;
let scope: AccountScope;
let pools: pg.Pool[] = [];
beforeAll(async () => {
  database = await freshDatabase();
  scope = await anAccount(database.db);
});
afterEach(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  pools = [];
});
afterAll(() => database.drop());

/** A server process of its own: nothing in common with others but the database. */
function aProcess(heads?: number): StepWriter<Counter> {
  const pool = preparedPool(database.application, () => {});
  pools.push(pool);
  return new StepWriter<Counter>({
    pool,
    readState: (stored) => stored as unknown as Counter,
    writeState: ({ total }) => ({ total }),
    ...(heads === undefined ? {} : { heads }),
  });
}

function addOne(head: SessionHead<Counter>): Result<Step<Counter>, never> {
  const total = head.state.total + 1;
  return ok({ actor: 'usr_1', at: MORNING + total, events: [total], head: { state: { total } } });
}

/** What a client sends who saw the session at a seq. */
function addOneAfter(seq: number): (head: SessionHead<Counter>) => Result<Step<Counter>, 'stale'> {
  return (head) => (head.seq === seq ? addOne(head) : fail('stale'));
}

/** The log is dense, and folding it gives the head. */
async function expectSound(session: SessionId, steps: number): Promise<void> {
  const log = await listSteps(scope, database.db, session);
  expect(log.map((step) => step.seq)).toEqual(Array.from({ length: steps + 1 }, (_, n) => n + 1));
  expect(log.slice(1).map((step) => step.events)).toEqual(Array.from({ length: steps }, (_, n) => [n + 1]));
  expect(new Set(log.map((step) => step.command_id)).size).toBe(steps + 1);
  expect(await findSession(scope, database.db, session)).toMatchObject({
    seq: steps + 1,
    state: { total: steps },
    last_at: MORNING + steps,
  });
}

test('a step moves the head and is in the log when its caller hears of it', async () => {
  const writer = aProcess();
  const { id } = await aSession(scope, database.db);
  const written = await writer.submit(scope, id, newId('cmd'), () =>
    ok({
      actor: 'usr_9',
      at: MORNING + 5,
      events: [{ kind: 'ended', text: 'a "quoted" \\ é \u2028 text' }],
      head: {
        state: { total: 1 },
        status: 'ended',
        ended_at: MORNING + 5,
        outcome: 'completed',
        dimensions: { x: 'a"b' },
      },
    }),
  );
  expect(written).toMatchObject({ kind: 'written', head: { seq: 2, status: 'ended', language: 'en', client: 'desk' } });
  expect(await findSession(scope, database.db, id)).toMatchObject({
    seq: 2,
    state: { total: 1 },
    status: 'ended',
    ended_at: MORNING + 5,
    outcome: 'completed',
    dimensions: { x: 'a"b' },
    last_at: MORNING + 5,
    element: 'q_problem',
  });
  expect((await listSteps(scope, database.db, id)).at(-1)).toMatchObject({
    seq: 2,
    actor: 'usr_9',
    events: [{ kind: 'ended', text: 'a "quoted" \\ é \u2028 text' }],
  });
});

test('whoever else moves the session, every command is applied once and the log has no gap', async () => {
  const processes = [aProcess(), aProcess(), aProcess()];
  const { id } = await aSession(scope, database.db);
  const all = processes.flatMap((writer) =>
    Array.from({ length: 15 }, () => writer.submit(scope, id, newId('cmd'), addOne)),
  );
  const outcomes = await Promise.all(all);
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(outcomes.map(() => 'written'));
  await expectSound(id, 45);
});

test('of all who answer the same page one wins; the others hear where the session is now', async () => {
  const processes = [aProcess(), aProcess(), aProcess()];
  const { id } = await aSession(scope, database.db);
  for (let seq = 1; seq <= 10; seq++) {
    const outcomes = await Promise.all(
      processes.flatMap((writer) => [
        writer.submit(scope, id, newId('cmd'), addOneAfter(seq)),
        writer.submit(scope, id, newId('cmd'), addOneAfter(seq)),
      ]),
    );
    expect(outcomes.filter((outcome) => outcome.kind === 'written')).toHaveLength(1);
    for (const outcome of outcomes) expect(outcome).toMatchObject({ head: { seq: seq + 1 } });
  }
  await expectSound(id, 10);
});

test('a page that another process moved on is not called stale by what we remember', async () => {
  const [here, there] = [aProcess(), aProcess()];
  const { id } = await aSession(scope, database.db);
  await here.submit(scope, id, newId('cmd'), addOneAfter(1));
  await there.submit(scope, id, newId('cmd'), addOneAfter(2));
  expect(await here.submit(scope, id, newId('cmd'), addOneAfter(3))).toMatchObject({
    kind: 'written',
    head: { seq: 4 },
  });
});

test('a repeated command gets the seq it made, from whichever process answers, and is never applied twice', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ command: fc.nat(7), process: fc.nat(1), expects: fc.option(fc.integer({ min: 1, max: 6 })) }),
        {
          minLength: 1,
          maxLength: 25,
        },
      ),
      fc.array(fc.nat(24)),
      async (calls, waits) => {
        const processes = [aProcess(), aProcess()];
        const { id } = await aSession(scope, database.db);
        const seqs = new Map<number, Set<number>>();
        const running = calls.map(async (call, index) => {
          const command = `cmd_${call.command}` as CommandId;
          const apply = call.expects === null ? addOne : addOneAfter(call.expects);
          const outcome = await processes[call.process]?.submit<'stale'>(scope, id, command, apply);
          if (outcome?.kind === 'written') remember(seqs, call.command, outcome.head.seq);
          if (outcome?.kind === 'repeated') remember(seqs, call.command, outcome.seq);
          return index;
        });
        for (const wait of waits) await running[wait];
        await Promise.all(running);
        for (const seen of seqs.values()) expect(seen.size).toBe(1);
        await expectSound(id, seqs.size);
        await Promise.all(pools.map((pool) => pool.end()));
        pools = [];
      },
    ),
    { numRuns: 25 },
  );
});

function remember(seqs: Map<number, Set<number>>, command: number, seq: number): void {
  seqs.set(command, (seqs.get(command) ?? new Set()).add(seq));
}

describe('what cannot be written', () => {
  test.each([
    ['a text with a zero character', { outcome: 'a\u0000b' }],
    ['a value with a zero character', { dimensions: { name: 'a\u0000b' } }],
    ['a number beyond all moments', { ended_at: 1e300 }],
  ])('%s fails alone: its neighbours are written', async (_, poison) => {
    const writer = aProcess();
    const sessions = await Promise.all(Array.from({ length: 12 }, () => aSession(scope, database.db)));
    const outcomes = await Promise.allSettled(
      sessions.map(({ id }, index) =>
        writer.submit(scope, id, newId('cmd'), (head) => {
          const step = addOne(head);
          return index === 5 && step.ok ? ok({ ...step.value, head: { ...step.value.head, ...poison } }) : step;
        }),
      ),
    );
    expect(outcomes.map((outcome) => outcome.status === 'fulfilled' && outcome.value.kind)).toEqual(
      sessions.map((_, index) => (index === 5 ? false : 'written')),
    );
    const poisoned = sessions[5]?.id ?? newId('ses');
    await expectSound(poisoned, 0);
    expect(await writer.submit(scope, poisoned, newId('cmd'), addOne)).toMatchObject({
      kind: 'written',
      head: { seq: 2 },
    });
  });

  test('a mistake in deciding fails its own caller and no other', async () => {
    const writer = aProcess();
    const { id } = await aSession(scope, database.db);
    const broken = writer.submit(scope, id, newId('cmd'), () => {
      throw new Error('broken');
    });
    const next = writer.submit(scope, id, newId('cmd'), addOne);
    await expect(broken).rejects.toThrow('broken');
    expect(await next).toMatchObject({ kind: 'written', head: { seq: 2 } });
  });
});

test('connections that break in the middle of writing lose nothing and repeat nothing', async () => {
  const owner = connectionPool(database.owner, () => {});
  pools.push(owner);
  const writer = aProcess();
  const sessions = await Promise.all(Array.from({ length: 5 }, () => aSession(scope, database.db)));
  const breakWaiting = async () => {
    const { rowCount } = await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like '%unnest%' and wait_event_type = 'Lock'`,
    );
    return rowCount;
  };
  for (const held of sessions) {
    // Somebody holds one of the sessions, so the statement that writes all five stands in the middle of its work.
    const holder = await owner.connect();
    await holder.query('begin');
    await holder.query('select from sessions where id = $1 for update', [held.id]);
    const writing = sessions.map(({ id }) => writer.submit(scope, id, newId('cmd'), addOne));
    await expect.poll(breakWaiting, { interval: 5 }).toBeGreaterThan(0);
    await holder.query('rollback');
    holder.release();
    for (const outcome of await Promise.all(writing)) expect(['written', 'repeated']).toContain(outcome.kind);
  }
  for (const { id } of sessions) await expectSound(id, 5);
});

test('steps that come in together share one transaction', async () => {
  const writer = aProcess();
  const sessions = await Promise.all(Array.from({ length: 100 }, () => aSession(scope, database.db)));
  await Promise.all(sessions.map(({ id }) => writer.submit(scope, id, newId('cmd'), addOne)));
  const { rows } = await database.pool.query(
    'select count(distinct xact)::int as transactions from session_steps where seq = 2 and session_id = any($1)',
    [sessions.map(({ id }) => id)],
  );
  // The first goes alone, the rest are gathered behind it; loading the heads spreads them a little.
  expect(rows[0].transactions).toBeLessThan(20);
});

test('memory for one head is enough to be right', async () => {
  const writer = aProcess(1);
  const sessions = await Promise.all([1, 2, 3].map(() => aSession(scope, database.db)));
  for (let round = 0; round < 3; round++) {
    await Promise.all(sessions.map(({ id }) => writer.submit(scope, id, newId('cmd'), addOne)));
  }
  for (const { id } of sessions) await expectSound(id, 3);
});

test('what was started is in memory, and nothing is made of it that is not in the database', async () => {
  const writer = aProcess();
  const { id } = await aSession(scope, database.db);
  const head = await loaded(id);
  writer.remember(head);
  // Nobody else can have moved it: were the database asked first, this would not be seen.
  await database.db.updateTable('sessions').set({ language: 'de' }).where('id', '=', id).execute();
  expect(await writer.submit(scope, id, newId('cmd'), addOneAfter(1))).toMatchObject({
    kind: 'written',
    head: { seq: 2, language: 'en' },
  });
  await expectSound(id, 1);
  // Its start was rolled back.
  const never = newId('ses') as SessionId;
  writer.remember({ ...head, id: never });
  expect(await writer.submit(scope, never, newId('cmd'), addOne)).toEqual({ kind: 'missing' });
  expect(await listSteps(scope, database.db, never)).toEqual([]);
});

async function loaded(id: SessionId): Promise<SessionHead<Counter>> {
  const row = await database.db.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { ...row, state: row.state as unknown as Counter };
}

test('the statements of a step look up rows by their keys, although they were planned while the tables were empty', async () => {
  await using empty = await freshDatabase();
  const pool = preparedPool(empty.application, () => {});
  let client: pg.PoolClient | undefined;
  try {
    const writer = new StepWriter<Counter>({
      pool,
      readState: (stored) => stored as unknown as Counter,
      writeState: ({ total }) => ({ total }),
    });
    const account = await anAccount(empty.db);
    const { id } = await aSession(account, empty.db);
    for (let n = 0; n < 12; n++) await writer.submit(account, id, newId('cmd'), addOne);
    await Promise.all(Array.from({ length: 3 }, () => writer.submit(account, newId('ses'), newId('cmd'), addOne)));
    client = await pool.connect();
    const { rows: prepared } = await client.query<{ name: string; custom: number }>(
      `select name, custom_plans::int as custom from pg_prepared_statements where name <> '' order by name`,
    );
    expect(prepared).toEqual([
      { name: 'load-heads', custom: 0 },
      { name: 'write-steps', custom: 0 },
    ]);
    const nothing = (count: number) => Array.from({ length: count }, () => 'null').join();
    for (const statement of [`"load-heads"(${nothing(3)})`, `"write-steps"(${nothing(17)})`]) {
      const { rows } = await client.query(`explain execute ${statement}`);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/ on sessions h .*\n *Index Cond: \(\(account_id = .*\) AND \(id = /);
      expect(plan).not.toMatch(/Seq Scan|Hash Join|Merge Join/);
    }
  } finally {
    client?.release();
    await pool.end();
  }
});

test('a session of another account is not there', async () => {
  const writer = aProcess();
  const other = await anAccount(database.db);
  const { id } = await aSession(scope, database.db);
  await writer.submit(scope, id, newId('cmd'), addOne);
  expect(await writer.submit(other, id, newId('cmd'), addOne)).toEqual({ kind: 'missing' });
  expect(await writer.submit(scope, newId('ses'), newId('cmd'), addOne)).toEqual({ kind: 'missing' });
  expect(await listSessions(other, database.db, {}, 10)).toEqual([]);
  await expectSound(id, 1);
});

test('before a server stops it can wait until everything is written', async () => {
  const writer = aProcess();
  const { id } = await aSession(scope, database.db);
  for (let n = 0; n < 10; n++) void writer.submit(scope, id, newId('cmd'), addOne);
  await writer.settled();
  await expectSound(id, 10);
});
