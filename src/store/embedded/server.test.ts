import { existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromPath } from './binaries.ts';
import { OWNER_ROLE } from './cluster.ts';
import { type EmbeddedServer, type ServerOptions, startEmbeddedServer } from './server.ts';
import type { StartProgress } from './start-problem.ts';

let place: string;
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'waymark-server-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

async function started(options: ServerOptions): Promise<EmbeddedServer> {
  const result = await startEmbeddedServer(options);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function ask(server: EmbeddedServer, question: string): Promise<unknown> {
  const client = new pg.Client({ host: server.host, user: OWNER_ROLE, database: 'postgres' });
  await client.connect();
  const { rows } = await client.query({ text: question, rowMode: 'array' });
  await client.end();
  return rows[0]?.[0];
}

describe('a server in a folder', () => {
  let folder: string;
  let server: EmbeddedServer;
  const told: StartProgress[] = [];
  beforeAll(async () => {
    folder = join(place, 'one');
    server = await started({ folder, onProgress: (progress) => told.push(progress) });
  });
  afterAll(() => server.close());

  test('says what it does, for a person who waits', () => {
    expect(told.map((progress) => progress.kind)).toEqual(['creating', 'starting', 'ready']);
  });

  test('listens on no network, and keeps its files and its socket to itself', async () => {
    expect(await ask(server, 'show listen_addresses')).toBe('');
    expect(await ask(server, 'show data_checksums')).toBe('on');
    expect(await ask(server, 'show fsync')).toBe('on');
    for (const path of [folder, join(folder, '18'), server.host]) expect(lstatSync(path).mode & 0o777).toBe(0o700);
  });

  test('sorts by code point and knows the case of all letters, whatever the machine has installed', async () => {
    expect(await ask(server, "select string_agg(x, '' order by x) from unnest(array['a','B','_','é','0']) x")).toBe(
      '0B_aé',
    );
    expect(await ask(server, "select lower('ÀÉÑ')")).toBe('àéñ');
  });

  test('is the only one: a second start waits, then says who holds the folder', async () => {
    const waiting: StartProgress[] = [];
    const second = await startEmbeddedServer({
      folder,
      patience: 200,
      onProgress: (progress) => waiting.push(progress),
    });
    expect(second).toMatchObject({ ok: false, error: { code: 'database.in-use' } });
    expect(waiting.map((progress) => progress.kind)).toEqual(['starting', 'waiting']);
    expect(await ask(server, 'select 1')).toBe(1);
  });
});

test('of many that start at once in an empty folder one gets it; each of the others gets it after the one before', async () => {
  const folder = join(place, 'contended');
  let open = 0;
  const pids = await Promise.all(
    [1, 2, 3].map(async () => {
      const server = await started({ folder, settings: { fsync: 'off' } });
      expect(++open).toBe(1);
      const pid = await ask(server, 'select pg_backend_pid()');
      open--;
      await server.close();
      return pid;
    }),
  );
  expect(pids).toHaveLength(3);
});

test('a lock file that names a process of another program does not keep it from starting', async () => {
  const folder = join(place, 'stale');
  await (await started({ folder })).close();
  const lock = `${process.pid}\n${join(folder, '18')}\n1700000000\n5432\n\n\n0 0\nready\n`;
  writeFileSync(join(folder, '18', 'postmaster.pid'), lock, { mode: 0o600 });
  writeFileSync(join(folder, 'socket', '.s.PGSQL.5432.lock'), lock, { mode: 0o600 });
  const server = await started({ folder, patience: 5_000 });
  expect(await ask(server, 'select 1')).toBe(1);
  await server.close();
});

test('a path that is too long for a socket gets a short one, and the same one each time', async () => {
  const folder = join(place, 'x'.repeat(120), 'y'.repeat(120), 'postgres');
  const first = await started({ folder });
  expect(await ask(first, 'select 1')).toBe(1);
  await first.close();
  const second = await started({ folder });
  expect(second.host).toBe(first.host);
  expect(second.host.startsWith(folder)).toBe(false);
  expect(lstatSync(second.host).mode & 0o777).toBe(0o700);
  await second.close();
  rmSync(second.host, { recursive: true });
});

test('a folder that another major version wrote is refused and left alone', async () => {
  const folder = join(place, 'older');
  mkdirSync(join(folder, '17'), { recursive: true });
  expect(await startEmbeddedServer({ folder })).toMatchObject({ ok: false, error: { code: 'database.other-major' } });
  expect(existsSync(join(folder, '18'))).toBe(false);
});

test('a place where no folder can be made is a problem with a name', async () => {
  writeFileSync(join(place, 'file'), '');
  expect(await startEmbeddedServer({ folder: join(place, 'file', 'postgres') })).toMatchObject({
    ok: false,
    error: { code: 'database.folder' },
  });
});

test('a database it cannot start says what PostgreSQL said', async () => {
  const result = await startEmbeddedServer({ folder: join(place, 'odd'), settings: { shared_buffers: 'plenty' } });
  expect(result).toMatchObject({ ok: false, error: { code: 'database.failed' } });
  if (!result.ok) expect(result.error.message).toContain('shared_buffers');
});

describe('where npm has no PostgreSQL', () => {
  const onPath = fromPath(process.env.PATH ?? '');

  test.runIf(onPath.ok)('the one on PATH is used', async () => {
    if (!onPath.ok) return;
    expect(onPath.value.major).toBeGreaterThanOrEqual(15);
    const server = await started({ folder: join(place, 'path'), binaries: onPath.value });
    expect(await ask(server, 'show server_version')).toMatch(new RegExp(`^${onPath.value.major}\\.`));
    await server.close();
  });

  test('one that is too old is told apart from none', () => {
    const folder = join(place, 'old-bin');
    mkdirSync(folder);
    for (const name of ['postgres', 'initdb']) {
      writeFileSync(join(folder, name), '#!/bin/sh\necho "postgres (PostgreSQL) 13.4"\n', { mode: 0o755 });
    }
    const found = fromPath(folder);
    // Debian's own folders are looked at too, so a machine may still have a newer one.
    if (!found.ok) expect(found.error.code).toBe('database.old-server');
    else expect(found.value.major).toBeGreaterThanOrEqual(15);
  });
});
