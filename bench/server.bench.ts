import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeInteraction } from '#format/write.ts';
import { connectionPool, preparedPool, typedQueries } from '#store/connect.ts';
import { migrate } from '#store/migrations/migrate.ts';
import { openDatabase } from '#store/open-database.ts';
import { openHouse } from '#test/server/driver.ts';
import { bareServer } from './bare-server.ts';
import { endlessFlow } from './endless-flow.ts';
import { goal } from './goal.ts';
import { loadProcess } from './load-process.ts';
import { anAgent } from './people.ts';
import { processorTimes } from './processor-time.ts';
import { type MeasuredLoad, middle, showLoads } from './server-table.ts';
import type { Load, LoadedSession } from './step-load.ts';

// Durable steps a second: one POST advances one session by one step, which is on disk before the answer. The product
// with everything it does beside bare servers that write such rows, all on one database with fsync, in turn. Every client
// of the product is an agent with a sign-in of their own. Processor time is told, too: other programs change it less.

const CLIENTS = 64;
const STEPS = 16_000;
const ROUNDS = 5;
/** Many people who each take their time. */
const CROWD = { agents: 500, sessionsEach: 20, perSecond: 1_000, steps: 15_000 };

const GOAL = { share: 0.8, rate: 6_000, p99: 25 };

const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
const opened = await openDatabase({ dataFolder: folder }, () => {});
if (!opened.ok) throw new Error(opened.error.message);
const database = opened.value;
let closing = false;
const lost = (error: Error) => {
  // At the end the database goes first.
  if (!closing) process.stderr.write(`${error.message}\n`);
};
const owner = connectionPool(database.owner, lost);
await migrate(owner);
const pool = connectionPool(database.application, lost);
const prepared = preparedPool(database.application, lost);
const db = typedQueries(pool);
const house = await openHouse({ store: { db, pool, prepared, close: () => db.destroy() } });
const { url, services } = house.server;
const bare = await bareServer(owner);
const times = await processorTimes(owner);
const clients = loadProcess(new URL('./step-load.bench-worker.js', import.meta.url));

try {
  const { administrator, id: account } = await house.account('Bench', { selfApproval: true });
  const { interaction } = await administrator.release(writeInteraction(endlessFlow()));
  const startedBy = async (agents: number, each: number): Promise<LoadedSession[]> => {
    const sessions: LoadedSession[] = [];
    for (let n = 0; n < agents; n++) {
      const agent = await anAgent(url, services, account);
      sessions.push(...(await agent.start(interaction.id, each)));
    }
    return sessions;
  };
  const bareLoad = (path: string): Load => ({
    url: bare.url,
    steps: STEPS,
    sessions: Array.from({ length: CLIENTS }, (_, client) => ({ path: `${path}/s${client}`, headers: {}, seq: 0 })),
  });
  const WAYMARK = 'Waymark: sessions, rights, validation, page';
  const TOGETHER = 'bare, one statement for all waiting steps';
  const loads: Record<string, Load> = {
    'bare, one statement a step': bareLoad('/alone'),
    [TOGETHER]: bareLoad('/together'),
    'bare, the same, each step with its own state': bareLoad('/own'),
    [WAYMARK]: { url, steps: STEPS, sessions: await startedBy(CLIENTS, 1) },
  };
  const results = new Map<string, MeasuredLoad[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, load] of Object.entries(loads)) {
      const result = await measured(load);
      // The first round warms up.
      if (round > 0) results.set(name, [...(results.get(name) ?? []), result]);
    }
  }
  process.stdout.write(`${CLIENTS} clients, each with one session\n`);
  showLoads(results, TOGETHER);
  const rate = middle(results.get(WAYMARK) ?? [], 'rate');
  goal('share of bare group writing', rate / middle(results.get(TOGETHER) ?? [], 'rate'), GOAL.share, 'at least');
  goal('steps/s', rate, GOAL.rate, 'at least');

  const sessions = await startedBy(CROWD.agents, CROWD.sessionsEach);
  const crowd = await measured({ url, steps: CROWD.steps, perSecond: CROWD.perSecond, sessions });
  process.stdout.write(
    `${CROWD.perSecond} steps/s from ${sessions.length} sessions, whether or not the server keeps up\n`,
  );
  showLoads(new Map([['Waymark', [crowd]]]));
  goal('p99, ms', crowd.p99, GOAL.p99, 'at most');
} finally {
  closing = true;
  clients[Symbol.dispose]();
  await bare.close();
  await house.close();
  await prepared.end();
  await owner.end();
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

async function measured(load: Load): Promise<MeasuredLoad> {
  const from = times();
  const result = await clients.run(load);
  const to = times();
  return {
    ...result,
    server: (to.server - from.server) / result.steps,
    database: ((to.database ?? Number.NaN) - (from.database ?? Number.NaN)) / result.steps,
  };
}
