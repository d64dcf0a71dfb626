import type pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { anAccount, MORNING } from '#test/database/rows.ts';
import { connectionPool } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import { appendAudit, auditHead, listAudit, verifyAudit } from './audit.ts';

let database: FreshDatabase;
let owner: pg.Pool;
let scope: AccountScope;
beforeAll(async () => {
  database = await freshDatabase();
  owner = connectionPool(database.owner, () => {});
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

async function filled(entries: number): Promise<AccountScope> {
  scope = await anAccount(database.db);
  const append = (n: number) =>
    database.db.transaction().execute((transaction) =>
      appendAudit(scope, transaction, {
        at: MORNING + n,
        actor: 'usr_1',
        action: 'version.approve',
        object: `int_1/${n}`,
        details: { reason: `Because ${n} \u0000 "é"` },
      }),
    );
  await Promise.all(Array.from({ length: entries }, (_, n) => append(n)));
  return scope;
}

test('entries that are written at once make one chain without a gap', async () => {
  await filled(20);
  const entries = await listAudit(scope, database.db, {}, 100);
  expect(entries.map((entry) => entry.n)).toEqual(Array.from({ length: 20 }, (_, n) => 20 - n));
  expect(await verifyAudit(scope, database.db)).toBeNull();
  expect(await auditHead(scope, database.db)).toEqual({ n: 20, hash: entries[0]?.hash });
  expect(await listAudit(scope, database.db, { object: 'int_1/3' }, 10)).toHaveLength(1);
  expect(await listAudit(scope, database.db, { object: 'int_1/3', parts: 'int_1/1' }, 100)).toHaveLength(12);
  expect(await listAudit(scope, database.db, { before: 3 }, 10)).toHaveLength(2);
});

test('what was rolled back is not in the log', async () => {
  await filled(1);
  const failed = database.db.transaction().execute(async (transaction) => {
    await appendAudit(scope, transaction, { at: MORNING, actor: 'a', action: 'b', object: 'c', details: {} });
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await auditHead(scope, database.db)).toMatchObject({ n: 1 });
  expect(await verifyAudit(scope, database.db)).toBeNull();
});

test('an account without entries is well', async () => {
  await filled(0);
  expect(await verifyAudit(scope, database.db)).toBeNull();
});

test.each([
  ['a changed reason', `update audit_entries set details = '{"reason":"Other"}' where account_id = $1 and n = 3`, 3],
  ['a changed person', `update audit_entries set actor = 'usr_2' where account_id = $1 and n = 3`, 3],
  ['an entry taken out', 'delete from audit_entries where account_id = $1 and n = 3', 3],
  ['an entry cut off the end', 'delete from audit_entries where account_id = $1 and n = 5', 5],
])('%s shows, even when the owner of the database did it', async (_, statement, at) => {
  await filled(5);
  await owner.query(statement, [scope.account]);
  expect(await verifyAudit(scope, database.db)).toBe(at);
});
