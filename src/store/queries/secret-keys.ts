import { sql } from 'kysely';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';

/** The names of the keys that secrets of this database are sealed with. Within a transaction: nobody else adds one. */
export async function lockSecretKeys(transaction: Db): Promise<readonly string[]> {
  await sql`lock table secret_keys in share row exclusive mode`.execute(transaction);
  const rows = await transaction.selectFrom('secret_keys').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** From now on secrets are sealed with this key and no other. */
export async function setSecretKey(transaction: Db, id: string, now: Instant): Promise<void> {
  await transaction.deleteFrom('secret_keys').where('id', '!=', id).execute();
  await transaction
    .insertInto('secret_keys')
    .values({ id, first_used_at: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}
