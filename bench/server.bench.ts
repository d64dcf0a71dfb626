import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeInteraction } from '#format/write.ts';
import { connectionPool, typedQueries } from '#store/connect.ts';
import { migrate } from '#store/migrations/migrate.ts';
import { openDatabase } from '#store/open-database.ts';
import { openHouse } from '#test/server/driver.ts';
import { bareServer } from './bare-server.ts';
import { endlessFlow } from './endless-flow.ts';
import { loadProcess } from './load-process.ts';
import { processorTimes } from './processor-time.ts';
import type { Load, LoadResult } from './step-load.ts';

// Durable steps a second: one POST advances one session by one step, which is on disk before the answer. The product
// with everything it does beside two bare servers that write the same rows, all on one database with fsync, in turn.
// The processor time of a step is what the machine's other programs do not change.

const CLIENTS = 64;
const STEPS = 16_000;
const ROUNDS = 5;
/** Many people who each take their time: so many steps a second from so many sessions. */
const CROWD = { sessions: 10_000, perSecond: 1_000, steps: 10_000 };

const GOAL = { share: 0.8, rate: 6_000, p99: 25 };

interface Measured extends LoadResult {
  /** Microseconds of processor time a step. */
  readonly server: number;
  readonly database: number;
}

const folder = await mkdtemp(join(tmpdir(), 'waymark-bench-'));
const opened = await openDatabase({ dataFolder: folder }, () => {});
if (!opened.ok) throw new Error(opened.error.message);
const database = opened.value;
const lost = (error: Error) => process.stderr.write(`${error.message}\n`);
const owner = connectionPool(database.owner, lost);
await migrate(owner);
const pool = connectionPool(database.application, lost);
const db = typedQueries(pool);
const house = await openHouse({ store: { db, pool, close: () => db.destroy() } });
const bare = await bareServer(owner);
const times = await processorTimes(owner);
const clients = loadProcess(new URL('./step-load.bench-worker.js', import.meta.url));

try {
  const { administrator, id } = await house.account('Bench', { selfApproval: true });
  const { interaction } = await administrator.release(writeInteraction(endlessFlow()));
  const started = async (count: number) => {
    const sessions: { path: string; seq: number }[] = [];
    while (sessions.length < count) {
      const group = Array.from({ length: Math.min(CLIENTS, count - sessions.length) }, () =>
        administrator.start(interaction.id),
      );
      for (const { id: session, seq } of await Promise.all(group)) {
        sessions.push({ path: `/api/v1/accounts/${id}/sessions/${session}/commands`, seq });
      }
    }
    return sessions;
  };
  const headers = { cookie: administrator.cookie ?? '' };
  const bareLoad = (path: string): Load => ({
    url: bare.url,
    steps: STEPS,
    headers: {},
    sessions: Array.from({ length: CLIENTS }, (_, client) => ({ path: `${path}/s${client}`, seq: 0 })),
  });
  const TOGETHER = 'fastify, one statement for all waiting steps';
  const WAYMARK = 'Waymark: sessions, rights, validation, page';
  const loads: Record<string, Load> = {
    'fastify, one statement a step': bareLoad('/alone'),
    [TOGETHER]: bareLoad('/together'),
    [WAYMARK]: { url: house.server.url, steps: STEPS, headers, sessions: await started(CLIENTS) },
  };
  const results = new Map<string, Measured[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, load] of Object.entries(loads)) {
      const result = await measured(load);
      // The first round warms up.
      if (round > 0) results.set(name, [...(results.get(name) ?? []), result]);
    }
  }
  const together = middle(results.get(TOGETHER) ?? [], 'rate');
  process.stdout.write(`${CLIENTS} clients, each with one session\n`);
  for (const [name, list] of results) {
    const rates = list.map(({ rate }) => rate);
    const spread = `(${Math.min(...rates).toFixed(0)}–${Math.max(...rates).toFixed(0)})`;
    const share = middle(list, 'rate') / together;
    const words = [
      name.padEnd(46),
      `${middle(list, 'rate').toFixed(0).padStart(6)} steps/s ${spread.padEnd(13)}`,
      `p50 ${middle(list, 'p50').toFixed(1).padStart(5)} ms  p99 ${middle(list, 'p99').toFixed(1).padStart(5)} ms`,
      `${share.toFixed(2)} of group writing`,
      `processor: server ${middle(list, 'server').toFixed(0).padStart(4)} µs, database ${middle(list, 'database').toFixed(0).padStart(4)} µs a step`,
    ];
    process.stdout.write(`${words.join('  ')}\n`);
  }
  const product = results.get(WAYMARK) ?? [];
  goal('share of group writing', middle(product, 'rate') / together, GOAL.share, 'at least');
  goal('steps/s', middle(product, 'rate'), GOAL.rate, 'at least');

  const crowd = await measured({
    url: house.server.url,
    headers,
    steps: CROWD.steps,
    perSecond: CROWD.perSecond,
    sessions: await started(CROWD.sessions),
  });
  process.stdout.write(
    `${CROWD.perSecond} steps/s come from ${CROWD.sessions} sessions, whether or not the server keeps up: ` +
      `p50 ${crowd.p50.toFixed(1)} ms  p99 ${crowd.p99.toFixed(1)} ms  ` +
      `processor: server ${crowd.server.toFixed(0)} µs, database ${crowd.database.toFixed(0)} µs a step\n`,
  );
  goal('p99, ms', crowd.p99, GOAL.p99, 'at most');
} finally {
  clients[Symbol.dispose]();
  await bare.close();
  await house.close();
  await owner.end();
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

async function measured(load: Load): Promise<Measured> {
  const from = times();
  const result = await clients.run(load);
  const to = times();
  return {
    ...result,
    server: (to.server - from.server) / result.steps,
    database: ((to.database ?? Number.NaN) - (from.database ?? Number.NaN)) / result.steps,
  };
}

function middle(list: readonly Measured[], of: 'rate' | 'p50' | 'p99' | 'server' | 'database'): number {
  const values = list.map((each) => each[of]).toSorted((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}

function goal(what: string, value: number, wanted: number, side: 'at least' | 'at most'): void {
  const met = side === 'at least' ? value >= wanted : value <= wanted;
  const digits = wanted < 10 ? 2 : 0;
  process.stdout.write(
    `  goal ${met ? 'met' : 'MISSED'}: ${what} ${value.toFixed(digits)}, ${side} ${wanted} on a quiet machine\n`,
  );
}
