import type { SessionState } from '#engine/state.ts';
import type { CommandId } from '#prelude/ids.ts';
import type { Clock, Ids } from '#prelude/ports.ts';
import { fail, ok } from '#prelude/result.ts';
import { listAccounts } from '#store/queries/accounts.ts';
import { listIdleSessions } from '#store/queries/sessions.ts';
import { accountScope } from '#store/scope.ts';
import { settingsOf } from '../accounts/settings.ts';
import type { SessionChanges } from '../live/session-changes.ts';
import { type Running, runStep } from './run-step.ts';
import { SERVER_ACTOR } from './steps.ts';

const A_MINUTE = 60_000;
/** Sessions of one account that are timed out in one go. */
const AT_ONCE = 500;

interface Expiring extends Running {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly sessionChanges: SessionChanges;
}

/**
 * Times out the sessions of all accounts that waited longer than their account lets them. Somebody who comes back in the
 * same moment wins: the session is asked once more, as it stands when its turn comes.
 *
 * @returns how many were timed out
 */
export async function expireIdleSessions(expiring: Expiring): Promise<number> {
  const { db, clock, ids, sessionChanges } = expiring;
  let expired = 0;
  for (const account of await listAccounts(db)) {
    const scope = accountScope(account.id);
    const since = clock.now() - settingsOf(account).idleMinutes * A_MINUTE;
    for (const { id: session } of await listIdleSessions(scope, db, since, AT_ONCE)) {
      const id = ids.make('cmd') as CommandId;
      const order = { session, id, command: { kind: 'expire' } as const, actor: SERVER_ACTOR, now: () => clock.now() };
      const outcome = await runStep(expiring, scope, order, (head) =>
        head.status === 'waiting' && head.last_at < since && !waitsLonger(head.state) ? ok({}) : fail('used' as const),
      );
      if (outcome.kind !== 'written') continue;
      expired++;
      sessionChanges.note(scope, outcome.head);
    }
  }
  return expired;
}

/** A session that waits for a moment or for the outside is not idle: nobody is asked anything. */
function waitsLonger({ effects }: SessionState): boolean {
  return effects?.some(({ kind, holds }) => holds && kind === 'wait') === true;
}
