import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';

/** How many sessions of an Interaction, or of one version of it, are under way now, of whatever kind. */
export async function countOpenSessions(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  version?: number,
): Promise<{ readonly running: number; readonly paused: number }> {
  let query = db
    .selectFrom('sessions')
    .select((select) => ['status', select.fn.countAll<number>().as('count')])
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction)
    .where('ended_at', 'is', null)
    .groupBy('status');
  if (version !== undefined) query = query.where('version_number', '=', version);
  const counts = new Map((await query.execute()).map(({ status, count }) => [status, count]));
  return { running: counts.get('waiting') ?? 0, paused: counts.get('paused') ?? 0 };
}
