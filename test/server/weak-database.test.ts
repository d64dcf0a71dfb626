import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '#api/address.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { connectionPool, preparedPool, typedQueries } from '#store/connect.ts';
import { type DatabaseLine, databaseLine } from '#test/database/database-line.ts';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { type House, newCommandId, OPENING, openHouse, type Person } from './driver.ts';
import { seed } from './files.ts';

/** Milliseconds after which this server gives up a silent database; sooner than it would, so that nobody waits here. */
const GIVES_UP = 2_000;
const AGENTS = 20;

let database: FreshDatabase;
let line: DatabaseLine;
let pool: pg.Pool;
let house: House;
let agent: Person;
let start: () => ReturnType<Person['start']>;
beforeAll(async () => {
  database = await freshDatabase();
  line = await databaseLine(database.application);
  const config = { ...database.application, ...line.config, connectionTimeoutMillis: GIVES_UP };
  pool = connectionPool(config, () => {});
  const prepared = preparedPool({ ...config, query_timeout: GIVES_UP }, () => {});
  const db = typedQueries(pool);
  const close = async () => {
    await prepared.end();
    await db.destroy();
    await line.close();
    await database.drop();
  };
  house = await openHouse({ store: { db, pool, prepared, close } });
  const account = await house.account('Acme', { selfApproval: true });
  agent = await account.person('agent');
  const { interaction } = await account.administrator.release(seed());
  start = () => agent.start(interaction.id);
}, OPENING);
afterAll(() => house.close());

/** A step, sent as it is; the answer may be that it has to be sent again. */
function step(session: Awaited<ReturnType<typeof start>>, id = newCommandId()) {
  const address = addressOf(sessionRoutes.command, { account: agent.account, session: session.id });
  return agent.send('POST', address, { kind: 'answer', value: 'billing', id, expects: session.seq });
}

describe('a database that is away', () => {
  it('for a moment costs the agents on a call that moment, and no answer is refused', async () => {
    const sessions = [];
    for (let n = 0; n < AGENTS; n++) sessions.push(await start());
    line.cut();
    const answers = sessions.map((session) => step(session));
    await line.triedInVain(5);
    line.mend();
    for (const { status } of await Promise.all(answers)) expect(status).toBe(200);
    for (const session of sessions) expect((await agent.look(session)).seq).toBe(2);
  });

  it('and silent is given up: who waits is told when to come again, and the step is made once', async () => {
    const session = await start();
    line.silence();
    const id = newCommandId();
    const refused = await step(session, id);
    expect(refused).toMatchObject({ status: 503, body: { code: 'server.unavailable' } });
    line.mend();
    expect(await step(session, id)).toMatchObject({ status: 200, body: { seq: 2 } });
    expect(await step(session, id)).toMatchObject({ status: 200, body: { seq: 2 } });
  });
});

describe('a server whose connections are all busy with long reads', () => {
  it('goes on with its calls, and asks others to come again instead of keeping them for good', async () => {
    const session = await start();
    const busy = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    try {
      expect(await step(session)).toMatchObject({ status: 200, body: { seq: 2 } });
      const list = await agent.send('GET', addressOf(sessionRoutes.list, { account: agent.account }));
      expect(list).toMatchObject({ status: 503, body: { code: 'server.unavailable' } });
    } finally {
      for (const one of busy) one.release();
    }
    expect((await agent.look(session)).seq).toBe(2);
  });
});
