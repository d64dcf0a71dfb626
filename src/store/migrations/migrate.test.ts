import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyDatabase, type FreshDatabase } from '#test/database/fresh-database.ts';
import { connectionPool } from '../connect.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations.ts';

let database: FreshDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

test('of processes that start at once one migrates, the others wait, and a later start finds nothing to do', async () => {
  const pools = [1, 2, 3].map(() => connectionPool(database.owner, () => {}));
  try {
    const ran = await Promise.all(pools.map(migrate));
    expect(ran.flat().sort()).toEqual(Object.keys(MIGRATIONS));
    expect(await Promise.all(pools.map(migrate))).toEqual([[], [], []]);
  } finally {
    await Promise.all(pools.map((pool) => pool.end()));
  }
});

test('migrations are listed in the order in which they run', () => {
  expect(Object.keys(MIGRATIONS)).toEqual(Object.keys(MIGRATIONS).sort());
});
