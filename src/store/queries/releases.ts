import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

/* What went live when. The pointer itself is `live_version` of the Interaction. */

export async function insertRelease(
  scope: AccountScope,
  db: Db,
  release: Omit<Row<'releases'>, 'account_id'>,
): Promise<void> {
  await db
    .insertInto('releases')
    .values({ ...release, account_id: scope.account })
    .execute();
}
