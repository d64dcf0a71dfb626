import type { JsonObject } from '#prelude/json.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';
import type { Act } from './interactions.ts';

export function findMailSettings(scope: AccountScope, db: Db): Promise<Row<'mail_settings'> | undefined> {
  return db.selectFrom('mail_settings').selectAll().where('account_id', '=', scope.account).executeTakeFirst();
}

/** The same, and nobody else changes it until the transaction ends. */
export function lockMailSettings(scope: AccountScope, transaction: Db): Promise<Row<'mail_settings'> | undefined> {
  return transaction
    .selectFrom('mail_settings')
    .selectAll()
    .where('account_id', '=', scope.account)
    .forUpdate()
    .executeTakeFirst();
}

/** Sets the mail server of an account, whether it had one or not. */
export async function saveMailSettings(
  scope: AccountScope,
  db: Db,
  { settings, password }: { readonly settings: JsonObject; readonly password: string | null },
  act: Act,
): Promise<void> {
  const row = { settings: JSON.stringify(settings), password, modified_at: act.at, modified_by: act.by };
  await db
    .insertInto('mail_settings')
    .values({ ...row, account_id: scope.account })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute();
}

/** Seals the same password anew: nothing that anybody sees has changed. */
export async function resealMailPassword(scope: AccountScope, db: Db, password: string): Promise<void> {
  await db.updateTable('mail_settings').set({ password }).where('account_id', '=', scope.account).execute();
}

/** @returns false when there were none */
export async function deleteMailSettings(scope: AccountScope, db: Db): Promise<boolean> {
  const deleted = await db
    .deleteFrom('mail_settings')
    .where('account_id', '=', scope.account)
    .returning('account_id')
    .executeTakeFirst();
  return deleted !== undefined;
}
