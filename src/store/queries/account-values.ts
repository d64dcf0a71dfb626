import { sql } from 'kysely';
import type { Json } from '#prelude/json.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';
import type { Act } from './interactions.ts';

export type AccountValueRow = Row<'account_values'>;

export interface NewAccountValue {
  readonly key: string;
  readonly label: string;
  readonly description: string;
  readonly type: string;
  readonly live: Json;
  /** Null: test runs read the live value. */
  readonly test: Json;
}

/** @returns the row; undefined where the account has one of this key already */
export function insertAccountValue(
  scope: AccountScope,
  db: Db,
  { live, test, ...value }: NewAccountValue,
  act: Act,
): Promise<AccountValueRow | undefined> {
  return db
    .insertInto('account_values')
    .values({
      ...value,
      account_id: scope.account,
      live: JSON.stringify(live),
      test: jsonOrNull(test),
      revision: 1,
      changed_at: act.at,
      changed_by: act.by,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'key']).doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** By key: all, or those with a text anywhere in key, label or description. */
export function listAccountValues(scope: AccountScope, db: Db, text?: string): Promise<AccountValueRow[]> {
  let query = db.selectFrom('account_values').selectAll().where('account_id', '=', scope.account);
  if (text !== undefined) {
    const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((is) =>
      is.or([is('key', 'ilike', pattern), is('label', 'ilike', pattern), is('description', 'ilike', pattern)]),
    );
  }
  return query.orderBy('key').execute();
}

export async function countAccountValues(scope: AccountScope, db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('account_values')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('account_id', '=', scope.account)
    .executeTakeFirstOrThrow();
  return count;
}

export function findAccountValue(scope: AccountScope, db: Db, key: string): Promise<AccountValueRow | undefined> {
  return db
    .selectFrom('account_values')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('key', '=', key)
    .executeTakeFirst();
}

/** The same, and nobody else changes or deletes it until the transaction ends. */
export function lockAccountValue(scope: AccountScope, db: Db, key: string): Promise<AccountValueRow | undefined> {
  return db
    .selectFrom('account_values')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst();
}

/** Counts the revision up. Lock the value first. */
export function updateAccountValue(
  scope: AccountScope,
  db: Db,
  key: string,
  { label, description, live, test }: Omit<NewAccountValue, 'key' | 'type'>,
  act: Act,
): Promise<AccountValueRow> {
  return db
    .updateTable('account_values')
    .set({
      label,
      description,
      live: JSON.stringify(live),
      test: jsonOrNull(test),
      revision: sql<number>`revision + 1`,
      changed_at: act.at,
      changed_by: act.by,
    })
    .where('account_id', '=', scope.account)
    .where('key', '=', key)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function deleteAccountValue(scope: AccountScope, db: Db, key: string): Promise<void> {
  await db.deleteFrom('account_values').where('account_id', '=', scope.account).where('key', '=', key).execute();
}

/** Nothing is kept as SQL's null, not as the JSON word. */
function jsonOrNull(value: Json): string | null {
  return value === null ? null : JSON.stringify(value);
}
