import type { FolderId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';

/** How many Interactions each folder holds, those in the trash not counted; empty folders are left out. */
export async function countByFolder(scope: AccountScope, db: Db): Promise<Map<FolderId, number>> {
  const rows = await db
    .selectFrom('interactions')
    .select((select) => ['folder_id', select.fn.countAll<number>().as('count')])
    .where('account_id', '=', scope.account)
    .where('deleted_at', 'is', null)
    .where('folder_id', 'is not', null)
    .groupBy('folder_id')
    .execute();
  return new Map(rows.flatMap(({ folder_id, count }) => (folder_id === null ? [] : [[folder_id, count]])));
}
