import type { Clock } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import { listAccounts } from '#store/queries/accounts.ts';
import { lockInteraction } from '#store/queries/interactions.ts';
import { listOverdueTrash, removeInteraction } from '#store/queries/trash.ts';
import { accountScope } from '#store/scope.ts';
import { announce } from '../announce.ts';
import { recordOwn } from '../record.ts';
import { TRASH_KEEPS } from './commands.ts';

/** Interactions of one account that are taken out in one go. */
const AT_ONCE = 100;

/**
 * Takes out of the trash of all accounts what has been in it for its time. Somebody who restores it in the same moment
 * wins: it is asked once more when it is locked.
 *
 * @returns how many were taken out
 */
export async function emptyTrash({ db, clock }: { readonly db: Db; readonly clock: Clock }): Promise<number> {
  const before = clock.now() - TRASH_KEEPS;
  let removed = 0;
  for (const account of await listAccounts(db)) {
    const scope = accountScope(account.id);
    for (const id of await listOverdueTrash(scope, db, before, AT_ONCE)) {
      removed += await db.transaction().execute(async (within) => {
        const row = await lockInteraction(scope, within, id);
        if (!row || row.deleted_at === null || row.deleted_at >= before || row.emptied_at !== null) return 0;
        await removeInteraction(scope, within, id, clock.now());
        await announce(scope, within, { kind: 'interactions.changed', interaction: id });
        const on = { object: `interaction:${id}`, title: row.name };
        await recordOwn(scope, within, clock.now(), 'interaction.removed', on);
        return 1;
      });
    }
  }
  return removed;
}
