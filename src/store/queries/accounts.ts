import type { AccountId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { AccountSettings, Row } from '../tables.ts';

export interface NewAccount {
  readonly id: AccountId;
  readonly name: string;
  readonly settings: AccountSettings;
  readonly created_at: Instant;
}

export async function insertAccount(db: Db, account: NewAccount): Promise<void> {
  await db
    .insertInto('accounts')
    .values({ ...account, settings: JSON.stringify(account.settings) })
    .execute();
}

/** All accounts of the server: for its administrators, and for background work that visits each. */
export function listAccounts(db: Db): Promise<Row<'accounts'>[]> {
  return db.selectFrom('accounts').selectAll().orderBy('id').execute();
}

export function findAccount(scope: AccountScope, db: Db): Promise<Row<'accounts'> | undefined> {
  return db.selectFrom('accounts').selectAll().where('id', '=', scope.account).executeTakeFirst();
}

export async function updateAccount(
  scope: AccountScope,
  db: Db,
  changes: { readonly name?: string; readonly settings?: AccountSettings },
): Promise<void> {
  await db
    .updateTable('accounts')
    .set({
      ...(changes.name === undefined ? {} : { name: changes.name }),
      ...(changes.settings === undefined ? {} : { settings: JSON.stringify(changes.settings) }),
    })
    .where('id', '=', scope.account)
    .execute();
}
