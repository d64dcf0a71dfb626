import type { SessionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

/** Who has sessions; those that are there no more are left out. */
export function listOwners(
  scope: AccountScope,
  db: Db,
  sessions: readonly SessionId[],
): Promise<Pick<Row<'sessions'>, 'id' | 'user_id' | 'team_id'>[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'user_id', 'team_id'])
    .where('account_id', '=', scope.account)
    .where('id', 'in', sessions)
    .execute();
}
