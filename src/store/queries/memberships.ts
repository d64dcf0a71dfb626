import { sql } from 'kysely';
import type { AccountId, UserId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { AccountSettings, Row } from '../tables.ts';

export type Member = Row<'memberships'> & { readonly name: string; readonly email: string };

/** @returns false when the user is a member already */
export async function insertMembership(
  scope: AccountScope,
  db: Db,
  membership: { readonly user_id: UserId; readonly roles: readonly string[]; readonly created_at: Instant },
): Promise<boolean> {
  const inserted = await db
    .insertInto('memberships')
    .values({ ...membership, account_id: scope.account, roles: [...membership.roles] })
    .onConflict((conflict) => conflict.columns(['account_id', 'user_id']).doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** What a user is in one account. Authentication asks this, before there is a scope. */
export function findMembership(db: Db, account: AccountId, user: UserId): Promise<Row<'memberships'> | undefined> {
  return db
    .selectFrom('memberships')
    .selectAll()
    .where('account_id', '=', account)
    .where('user_id', '=', user)
    .executeTakeFirst();
}

/** The accounts a user may enter, with their names. Authentication asks this, before there is a scope. */
export function listAccountsOf(
  db: Db,
  user: UserId,
): Promise<{ account_id: AccountId; name: string; settings: AccountSettings; roles: string[] }[]> {
  return db
    .selectFrom('memberships')
    .innerJoin('accounts', 'accounts.id', 'memberships.account_id')
    .select(['memberships.account_id', 'accounts.name', 'accounts.settings', 'memberships.roles'])
    .where('memberships.user_id', '=', user)
    .where('memberships.disabled_at', 'is', null)
    .orderBy('accounts.name')
    .execute();
}

export function listMembers(scope: AccountScope, db: Db): Promise<Member[]> {
  return db
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.user_id')
    .selectAll('memberships')
    .select(['users.name', 'users.email'])
    .where('memberships.account_id', '=', scope.account)
    .orderBy('users.name')
    .execute();
}

/**
 * The members that are not disabled and have a role, locked until the transaction ends: so that of two administrators
 * who remove each other at once, one stays.
 */
export async function lockMembersWithRole(scope: AccountScope, db: Db, role: string): Promise<UserId[]> {
  const rows = await db
    .selectFrom('memberships')
    .select('user_id')
    .where('account_id', '=', scope.account)
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`${role} = any(roles)`)
    .orderBy('user_id')
    .forUpdate()
    .execute();
  return rows.map((row) => row.user_id);
}

/** @returns false when there is no such member */
export async function updateMembership(
  scope: AccountScope,
  db: Db,
  user: UserId,
  changes: { readonly roles?: readonly string[]; readonly disabled_at?: Instant | null },
): Promise<boolean> {
  const updated = await db
    .updateTable('memberships')
    .set({
      ...(changes.roles === undefined ? {} : { roles: [...changes.roles] }),
      ...(changes.disabled_at === undefined ? {} : { disabled_at: changes.disabled_at }),
    })
    .where('account_id', '=', scope.account)
    .where('user_id', '=', user)
    .returning('user_id')
    .executeTakeFirst();
  return updated !== undefined;
}
