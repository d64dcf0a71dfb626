import type { AccountId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

/** A use is noted at most this often, in milliseconds: a busy key must not write at each request. */
const USE_NOTED_EVERY = 60_000;

export type NewApiKey = Pick<
  Row<'api_keys'>,
  'id' | 'name' | 'key_hash' | 'roles' | 'created_by' | 'created_at' | 'expires_at'
>;

export async function insertApiKey(scope: AccountScope, db: Db, key: NewApiKey): Promise<void> {
  await db
    .insertInto('api_keys')
    .values({ ...key, account_id: scope.account })
    .execute();
}

/**
 * A key that may be used now. Authentication asks this, before there is a scope: the text of a key carries its account
 * and id in the open, and the secret whose hash is kept here.
 */
export function findApiKey(db: Db, account: AccountId, id: string, now: Instant): Promise<Row<'api_keys'> | undefined> {
  return db
    .selectFrom('api_keys')
    .selectAll()
    .where('account_id', '=', account)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirst();
}

export function listApiKeys(scope: AccountScope, db: Db): Promise<Row<'api_keys'>[]> {
  return db.selectFrom('api_keys').selectAll().where('account_id', '=', scope.account).orderBy('id').execute();
}

export async function touchApiKey(scope: AccountScope, db: Db, id: string, now: Instant): Promise<void> {
  await db
    .updateTable('api_keys')
    .set({ used_at: now })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .where((where) => where.or([where('used_at', 'is', null), where('used_at', '<', now - USE_NOTED_EVERY)]))
    .execute();
}

/** @returns false when there is no such key, or it was revoked before */
export async function revokeApiKey(scope: AccountScope, db: Db, id: string, now: Instant): Promise<boolean> {
  const revoked = await db
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return revoked !== undefined;
}
