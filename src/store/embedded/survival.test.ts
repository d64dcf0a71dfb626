import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundle } from '#test/database/bundle.ts';
import { OWNER_ROLE } from './cluster.ts';
import { chooseIdentity } from './identity.ts';
import { startEmbeddedServer } from './server.ts';

const ROUNDS = 20;
const NOBODY = 65_534;

let program: string;
let place: string;
beforeAll(async () => {
  program = await bundle(join(import.meta.dirname, 'writer.test-program.ts'), 'writer');
  place = mkdtempSync(join(tmpdir(), 'waymark-survival-'));
  chmodSync(place, 0o755);
  mkdirSync(join(place, 'closed'), { mode: 0o700 });
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

/** A process that writes; `until` waits for a number of further acknowledged rows. */
interface Writer {
  readonly process: ChildProcess;
  last(): number;
  until(rows: number): Promise<void>;
  ended: Promise<void>;
}

function write(folder: string, user: { uid?: number; gid?: number } = {}): Writer {
  const child = spawn(process.execPath, [program, folder], { ...user, stdio: ['ignore', 'pipe', 'pipe'] });
  let last = 0;
  let heard = 0;
  let said = '';
  const waiting: { at: number; go: () => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'ready') return;
    last = Number(line);
    heard++;
    for (const one of waiting) if (heard >= one.at) one.go();
  });
  child.stderr.on('data', (text) => {
    said += String(text);
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    process: child,
    last: () => last,
    async until(rows) {
      const wanted = new Promise<'written'>((resolve) =>
        waiting.push({ at: heard + rows, go: () => resolve('written') }),
      );
      const first = await Promise.race([wanted, ended.then(() => 'ended' as const)]);
      if (first === 'ended') throw new Error(`The writer ended: ${said}`);
    },
    ended,
  };
}

async function rowsIn(folder: string): Promise<{ n: number; highest: number }> {
  const started = await startEmbeddedServer({ folder });
  if (!started.ok) throw new Error(started.error.message);
  const client = new pg.Client({ host: started.value.host, user: OWNER_ROLE, database: 'postgres' });
  await client.connect();
  const { rows } = await client.query('select count(*)::int as n, max(n)::int as highest from acknowledged');
  await client.end();
  await started.value.close();
  return rows[0];
}

function postmaster(folder: string): number {
  return Number(readFileSync(join(folder, '18', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

test(`${ROUNDS} times killed with kill -9, Waymark opens its database again and has every acknowledged row`, async () => {
  const folder = join(place, 'closed', 'postgres'); // For root: where nobody else may enter.
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const writer = write(folder);
    await writer.until(20 + round);
    const server = postmaster(folder);
    writer.process.kill('SIGKILL');
    await writer.ended;
    expect(writer.last()).toBeGreaterThan(acknowledged);
    acknowledged = writer.last();
    // The next one starts at once, while the server may still be stopping.
    if (round === ROUNDS - 1) await expect.poll(() => isAlive(server)).toBe(false);
  }
  const found = await rowsIn(folder);
  tell('Waymark', acknowledged, found);
  expect(found.n).toBe(found.highest);
  expect(found.highest).toBeGreaterThanOrEqual(acknowledged);
});

test(`${ROUNDS} times its server is killed with kill -9: it comes back by itself with every acknowledged row`, async () => {
  const folder = join(place, 'postgres'); // For root: where others may.
  const writer = write(folder);
  for (let round = 0; round < ROUNDS; round++) {
    await writer.until(20 + round);
    // A connection may outlive the server it belongs to for a moment, and write its rows before the next one is there.
    await expect.poll(() => isAlive(postmaster(folder))).toBe(true);
    const server = postmaster(folder);
    process.kill(server, 'SIGKILL');
    await expect.poll(() => isAlive(server)).toBe(false);
  }
  await writer.until(20);
  writer.process.kill('SIGTERM');
  await writer.ended;
  const found = await rowsIn(folder);
  tell('the server', writer.last(), found);
  expect(found.n).toBe(found.highest);
  expect(found.highest).toBeGreaterThanOrEqual(writer.last());
});

function tell(killed: string, acknowledged: number, found: { readonly n: number }): void {
  process.stdout.write(`${ROUNDS} kills of ${killed}: ${acknowledged} rows acknowledged, ${found.n} found\n`);
}

/** Whether we are root, and the project lies where other users may read it. */
function canBeNobody(): boolean {
  const chosen = chooseIdentity([import.meta.dirname]);
  return chosen.ok && chosen.value.spawn.uid === NOBODY;
}

test.runIf(canBeNobody())(
  'a user who is not root runs it as themselves, and root can open what they wrote',
  async () => {
    const home = join(place, 'home');
    mkdirSync(home);
    chownSync(home, NOBODY, NOBODY);
    const writer = write(join(home, 'postgres'), { uid: NOBODY, gid: NOBODY });
    await writer.until(10);
    writer.process.kill('SIGKILL');
    await writer.ended;
    expect((await rowsIn(join(home, 'postgres'))).highest).toBeGreaterThanOrEqual(writer.last());
  },
);
