import type { ConnectionKey } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';
import type { Act } from './interactions.ts';

/** The settings of one side, and what is secret of them, sealed. */
export interface StoredSide {
  readonly settings: JsonObject;
  readonly secret: string | null;
}

export interface ConnectionChanges {
  readonly name?: string | undefined;
  /** Null: removed; left out: as it is. */
  readonly live?: StoredSide | null | undefined;
  readonly test?: StoredSide | null | undefined;
}

export type NewConnection = Pick<Row<'connections'>, 'key' | 'name' | 'kind'> & {
  readonly live: StoredSide | null;
  readonly test: StoredSide | null;
};

/** @returns false when the key is taken */
export async function insertConnection(
  scope: AccountScope,
  db: Db,
  { live, test, ...connection }: NewConnection,
  act: Act,
): Promise<boolean> {
  const inserted = await db
    .insertInto('connections')
    .values({
      ...connection,
      account_id: scope.account,
      ...columnsOf({ live, test }),
      created_at: act.at,
      created_by: act.by,
      modified_at: act.at,
      modified_by: act.by,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  return inserted !== undefined;
}

export function listConnections(scope: AccountScope, db: Db): Promise<Row<'connections'>[]> {
  return db.selectFrom('connections').selectAll().where('account_id', '=', scope.account).orderBy('key').execute();
}

export function findConnection(
  scope: AccountScope,
  db: Db,
  key: ConnectionKey,
): Promise<Row<'connections'> | undefined> {
  return ofKey(scope, db, key).executeTakeFirst();
}

/** The same, and nobody else changes it until the transaction ends. */
export function lockConnection(
  scope: AccountScope,
  transaction: Db,
  key: ConnectionKey,
): Promise<Row<'connections'> | undefined> {
  return ofKey(scope, transaction, key).forUpdate().executeTakeFirst();
}

function ofKey(scope: AccountScope, db: Db, key: ConnectionKey) {
  return db.selectFrom('connections').selectAll().where('account_id', '=', scope.account).where('key', '=', key);
}

export async function updateConnection(
  scope: AccountScope,
  db: Db,
  key: ConnectionKey,
  { name, live, test }: ConnectionChanges,
  act: Act,
): Promise<void> {
  await db
    .updateTable('connections')
    .set({
      ...(name === undefined ? {} : { name }),
      ...columnsOf({ live, test }),
      modified_at: act.at,
      modified_by: act.by,
    })
    .where('account_id', '=', scope.account)
    .where('key', '=', key)
    .execute();
}

/** Seals the same secrets anew: nothing that anybody sees has changed. */
export async function resealConnection(
  scope: AccountScope,
  db: Db,
  key: ConnectionKey,
  secrets: Pick<Row<'connections'>, 'live_secret' | 'test_secret'>,
): Promise<void> {
  await db
    .updateTable('connections')
    .set(secrets)
    .where('account_id', '=', scope.account)
    .where('key', '=', key)
    .execute();
}

/** @returns false when there is none */
export async function deleteConnection(scope: AccountScope, db: Db, key: ConnectionKey): Promise<boolean> {
  const deleted = await db
    .deleteFrom('connections')
    .where('account_id', '=', scope.account)
    .where('key', '=', key)
    .returning('key')
    .executeTakeFirst();
  return deleted !== undefined;
}

function columnsOf({ live, test }: Pick<ConnectionChanges, 'live' | 'test'>) {
  const text = (side: StoredSide | null) => (side === null ? null : JSON.stringify(side.settings));
  return {
    ...(live === undefined ? {} : { live: text(live), live_secret: live?.secret ?? null }),
    ...(test === undefined ? {} : { test: text(test), test_secret: test?.secret ?? null }),
  };
}
