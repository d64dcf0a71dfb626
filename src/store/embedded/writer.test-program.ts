import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { OWNER_ROLE } from './cluster.ts';
import { startEmbeddedServer } from './server.ts';

/*
 * Opens the server in the folder it is given and writes one row after the other for ever. Says `ready`, and the number
 * of each row once the server has acknowledged it. A row that failed is written again.
 */

const folder = process.argv[2] ?? '';
const started = await startEmbeddedServer({ folder });
if (!started.ok) throw new Error(started.error.message);
const server = started.value;
const pool = new pg.Pool({ host: server.host, user: OWNER_ROLE, database: 'postgres', max: 1 });
pool.on('error', () => {});
await pool.query('create table if not exists acknowledged (n bigint primary key)');
const { rows } = await pool.query('select coalesce(max(n), 0) as n from acknowledged');
let n = Number(rows[0].n);
process.stdout.write('ready\n');

async function stop(): Promise<never> {
  await pool.end();
  await server.close();
  process.exit(0);
}

process.once('SIGTERM', () => void stop());
for (;;) {
  try {
    await pool.query('insert into acknowledged values ($1) on conflict do nothing', [n + 1]);
    n++;
    process.stdout.write(`${n}\n`);
  } catch {
    await pause(5);
  }
}
