import type { UserId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';

/**
 * What those are called whose ids stand beside the acts of an account: people, also such that have left it since, and
 * API keys. Ids that are neither are left out.
 */
export async function listNames(scope: AccountScope, db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const people = db
    .selectFrom('users')
    .select(['id as id', 'name'])
    .where('id', 'in', ids as readonly UserId[]);
  const keys = db
    .selectFrom('api_keys')
    .select(['id', 'name'])
    .where('account_id', '=', scope.account)
    .where('id', 'in', ids);
  const [users, apiKeys] = await Promise.all([people.execute(), keys.execute()]);
  return new Map([...users, ...apiKeys].map(({ id, name }) => [id, name]));
}
