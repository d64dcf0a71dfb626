import type { SessionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

export type Step = Omit<Row<'session_steps'>, 'account_id' | 'xact'>;

const STEP = ['session_id', 'seq', 'command_id', 'actor', 'at', 'events'] as const satisfies readonly (keyof Step)[];

/** The log of a session in its order, up to a seq if one is given: folding it gives the state as it was then. */
export function listSteps(scope: AccountScope, db: Db, session: SessionId, upTo?: number): Promise<Step[]> {
  let query = db
    .selectFrom('session_steps')
    .select(STEP)
    .where('account_id', '=', scope.account)
    .where('session_id', '=', session);
  if (upTo !== undefined) query = query.where('seq', '<=', upTo);
  return query.orderBy('seq').execute();
}
