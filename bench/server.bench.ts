import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { writeInteraction } from '#format/write.ts';
import { connectionPool, typedQueries } from '#store/connect.ts';
import { migrate } from '#store/migrations/migrate.ts';
import { openDatabase } from '#store/open-database.ts';
import { openHouse } from '#test/server/driver.ts';
import { bareServer } from './bare-server.ts';
import { endlessFlow } from './endless-flow.ts';
import type { Load, LoadResult } from './step-load.ts';

// Durable steps a second: one POST advances one session by one step, which is on disk before the answer. The product
// with everything it does beside two bare servers that write the same rows, all on one database with fsync, in turn.

const CLIENTS = 64;
const SECONDS = 4;
const ROUNDS = 3;

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

try {
  const { administrator, id } = await house.account('Bench', { selfApproval: true });
  const { interaction } = await administrator.release(writeInteraction(endlessFlow()));
  const sessions = await Promise.all(Array.from({ length: CLIENTS }, () => administrator.start(interaction.id)));
  const product: Load = {
    url: house.server.url,
    seconds: SECONDS,
    headers: { cookie: administrator.cookie ?? '' },
    clients: sessions.map((session) => ({
      path: `/api/v1/accounts/${id}/sessions/${session.id}/commands`,
      seq: session.seq,
    })),
  };
  const bareLoad = (path: string): Load => ({
    url: bare.url,
    seconds: SECONDS,
    headers: {},
    clients: Array.from({ length: CLIENTS }, (_, client) => ({ path: `${path}/s${client}`, seq: 0 })),
  });
  const loads: Record<string, Load> = {
    'fastify, one statement a step': bareLoad('/alone'),
    'fastify, one statement for all waiting steps': bareLoad('/together'),
    'Waymark: sessions, rights, validation, page': product,
  };
  const rates = new Map<string, LoadResult[]>();
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [name, load] of Object.entries(loads)) {
      const result = await run(load);
      // The first round warms up.
      if (round > 0) rates.set(name, [...(rates.get(name) ?? []), result]);
    }
  }
  const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const together = median((rates.get('fastify, one statement for all waiting steps') ?? []).map(({ rate }) => rate));
  for (const [name, results] of rates) {
    const rate = median(results.map((each) => each.rate));
    const spread = `${Math.min(...results.map((each) => each.rate)).toFixed(0)}–${Math.max(...results.map((each) => each.rate)).toFixed(0)}`;
    const p99 = median(results.map((each) => each.p99));
    process.stdout.write(
      `${name.padEnd(48)} ${rate.toFixed(0).padStart(6)} steps/s (${spread})  p50 ${median(results.map((each) => each.p50)).toFixed(1)} ms  p99 ${p99.toFixed(1)} ms  ${(rate / together).toFixed(2)} of group writing\n`,
    );
  }
} finally {
  await bare.close();
  await house.close();
  await owner.end();
  await database.close();
  await rm(folder, { recursive: true, force: true });
}

/** The clients run in a thread of their own, so that they do not share the server's event loop. */
async function run(load: Load): Promise<LoadResult> {
  const worker = new Worker(fileURLToPath(new URL('./step-load.bench-worker.js', import.meta.url)), {
    workerData: load,
  });
  return new Promise((resolve, reject) => {
    worker.once('message', (result: LoadResult) => {
      // Sequence numbers go on where this round stopped.
      for (const [index, seq] of result.seqs.entries()) {
        const client = load.clients[index];
        if (client) client.seq = seq;
      }
      resolve(result);
    });
    worker.once('error', reject);
  });
}
