import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { newGround, Wanderer } from '#test/database/wanderer.ts';
import { openReplica } from './open-replica.ts';
import type { Replica } from './replica.ts';

let place: string;
let database: FreshDatabase;
let replicas: Replica[] = [];

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'waymark-replica-'));
  database = await freshDatabase();
});
afterEach(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  replicas = [];
});
afterAll(async () => {
  await database.drop();
  rmSync(place, { recursive: true, force: true });
});

async function opened(name: string): Promise<Replica> {
  const result = await openReplica({ file: join(place, `${name}.duckdb`), pool: database.pool });
  if (!result.ok) throw new Error(result.error.message);
  replicas.push(result.value);
  return result.value;
}

test('a file that another process has is a problem with a name', async () => {
  // Another process: within one, nothing keeps two from having the same file.
  const file = join(place, 'taken.duckdb');
  const program = `
    import { DuckDBInstance } from '@duckdb/node-api';
    globalThis.held = await DuckDBInstance.create(process.argv[1]);
    process.stdout.write('held');
    process.stdin.resume();`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', program, file], {
    cwd: import.meta.dirname,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  const result = await openReplica({ file, pool: database.pool });
  expect(result).toMatchObject({ ok: false, error: { code: 'replica.taken' } });
  holder.stdin.end();
  await once(holder, 'exit');
});

test('a file that is damaged, or of another format, is made again', async () => {
  writeFileSync(join(place, 'damaged.duckdb'), 'not a database'.repeat(1_000));
  const wanderer = new Wanderer(await newGround(database), 5);
  await wanderer.step();
  const told: string[] = [];
  const remade = await openReplica({
    file: join(place, 'damaged.duckdb'),
    pool: database.pool,
    onProgress: (progress) => told.push(progress.kind),
  });
  if (!remade.ok) throw new Error(remade.error.message);
  replicas.push(remade.value);
  expect(told).toEqual(['remaking-reports']);
  await remade.value.feed();
  expect(await remade.value.query('select id from running_session', [])).toEqual([{ id: wanderer.id }]);
});

test('a file that was fed from another database starts over', async () => {
  const first = await opened('moved');
  await new Wanderer(await newGround(database), 6).step();
  await first.feed();
  await first.close();
  replicas = [];
  const elsewhere = await freshDatabase();
  const result = await openReplica({ file: join(place, 'moved.duckdb'), pool: elsewhere.pool });
  if (!result.ok) throw new Error(result.error.message);
  await result.value.feed();
  expect(await result.value.query('select count(*) as n from running_session', [])).toEqual([{ n: 0 }]);
  await result.value.close();
  await elsewhere.drop();
});

test('queries can read no other file', async () => {
  const replica = await opened('locked');
  await expect(replica.query("select * from read_csv('/etc/passwd')", [])).rejects.toThrow(/disabled/);
});
