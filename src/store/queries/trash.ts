import { sql } from 'kysely';
import type { InteractionId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';

/** Interactions that came into the trash before a moment and are still in it, the longest there first. */
export async function listOverdueTrash(
  scope: AccountScope,
  db: Db,
  before: Instant,
  limit: number,
): Promise<InteractionId[]> {
  const rows = await db
    .selectFrom('interactions')
    .select('id')
    .where('account_id', '=', scope.account)
    .where('deleted_at', '<', before)
    .where('emptied_at', 'is', null)
    .orderBy('deleted_at')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Takes an Interaction out of the trash for good, with its working copies, comments, reviews and change requests. Of its
 * versions those stay that sessions ran, which reports draw, and those that versions of others run. Lock it first.
 */
export async function removeInteraction(scope: AccountScope, db: Db, id: InteractionId, at: Instant): Promise<void> {
  const { account } = scope;
  for (const table of ['working_copies', 'comments', 'change_requests', 'reviews'] as const) {
    await db.deleteFrom(table).where('account_id', '=', account).where('interaction_id', '=', id).execute();
  }
  await db
    .updateTable('interactions')
    .set({ emptied_at: at, live_version: null, folder_id: null })
    .where('account_id', '=', account)
    .where('id', '=', id)
    .execute();
  await sql`
    delete from versions v
    where v.account_id = ${account} and v.interaction_id = ${id}
      and not exists (
        select from sessions s
        where s.account_id = v.account_id and s.interaction_id = v.interaction_id and s.version_number = v.number
      )
      and not exists (
        select from version_pins p
        where p.account_id = v.account_id and p.callee_id = v.interaction_id and p.callee_number = v.number
      )`.execute(db);
  await sql`
    delete from interactions i
    where i.account_id = ${account} and i.id = ${id}
      and not exists (select from versions v where v.account_id = i.account_id and v.interaction_id = i.id)`.execute(
    db,
  );
}
