import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '#test/database/fresh-database.ts';
import { connectionPool } from './connect.ts';
import type { StartProgress } from './embedded/start-problem.ts';
import { APPLICATION_ROLE } from './migrations/application-role.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import type { DatabasePlace } from './open-database.ts';
import { openStore, type Store } from './open-store.ts';
import { listAccounts } from './queries/accounts.ts';

async function opened(place: DatabasePlace, told: StartProgress[] = []): Promise<Store> {
  const store = await openStore(place, (progress) => told.push(progress));
  if (!store.ok) throw new Error(store.error.message);
  return store.value;
}

async function whoAmI(store: Store): Promise<string> {
  return (await store.pool.query('select current_user as role')).rows[0].role;
}

test('an empty data folder becomes a database that is up to date, and is found again at the next start', async () => {
  const place = { dataFolder: mkdtempSync(join(tmpdir(), 'waymark-store-')) };
  const told: StartProgress[] = [];
  const first = await opened(place, told);
  expect(told.map((progress) => progress.kind)).toEqual([
    'creating',
    'starting',
    'ready',
    ...Object.keys(MIGRATIONS).map(() => 'migrated'),
  ]);
  expect(await listAccounts(first.db)).toEqual([]);
  expect(await whoAmI(first)).toBe(APPLICATION_ROLE);
  // Nobody waits without end where all connections are taken.
  for (const { options } of [first.pool, first.prepared]) expect(options.connectionTimeoutMillis).toBe(10_000);
  await first.close();
  told.length = 0;
  const second = await opened(place, told);
  expect(told.map((progress) => progress.kind)).toEqual(['starting', 'ready']);
  expect(await listAccounts(second.db)).toEqual([]);
  await second.close();
  rmSync(place.dataFolder, { recursive: true });
});

describe('an outside PostgreSQL', () => {
  let database: FreshDatabase;
  let owner: pg.Pool;
  beforeAll(async () => {
    database = await emptyDatabase();
    owner = connectionPool(database.owner, () => {});
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  function address(user: string): string {
    const url = new URL(`postgres://${user}@localhost/${database.owner.database}`);
    url.searchParams.set('host', String(database.owner.host));
    return url.href;
  }

  test('is worked on as a role that cannot drop, by a user who may make roles', async () => {
    const store = await opened({ databaseUrl: address(String(database.owner.user)) });
    expect(await whoAmI(store)).toBe(APPLICATION_ROLE);
    expect(await listAccounts(store.db)).toEqual([]);
    await expect(store.pool.query('drop table accounts')).rejects.toMatchObject({ code: '42501' });
    await store.close();
  });

  test('is shared by many processes', async () => {
    const place = { databaseUrl: address(String(database.owner.user)) };
    const stores = await Promise.all([1, 2, 3].map(() => opened(place)));
    expect(await Promise.all(stores.map((store) => listAccounts(store.db)))).toEqual([[], [], []]);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('works with its one user where no role can be made', async () => {
    await owner.query(`create role plain_${database.owner.database} login`);
    await owner.query('drop schema public cascade; create schema public');
    await owner.query(`grant all on schema public to plain_${database.owner.database}`);
    const store = await opened({ databaseUrl: address(`plain_${database.owner.database}`) });
    expect(await whoAmI(store)).toBe(`plain_${database.owner.database}`);
    expect(await listAccounts(store.db)).toEqual([]);
    await store.close();
    await owner.query('drop schema public cascade; create schema public');
    await owner.query(`drop role plain_${database.owner.database}`);
  });

  test('that refuses us is a problem with a name', async () => {
    expect(await openStore({ databaseUrl: address('nobody_knows') })).toMatchObject({
      ok: false,
      error: { code: 'database.unreachable' },
    });
  });
});
