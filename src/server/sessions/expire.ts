import type { SessionState } from '#engine/state.ts';
import type { CommandId } from '#prelude/ids.ts';
import { fail, type Result } from '#prelude/result.ts';
import { listAccounts } from '#store/queries/accounts.ts';
import { listIdleSessions } from '#store/queries/sessions.ts';
import { findVersionBytes } from '#store/queries/versions.ts';
import { accountScope } from '#store/scope.ts';
import type { Step } from '#store/step-writer/session-head.ts';
import type { StepWriter } from '#store/step-writer/step-writer.ts';
import { settingsOf } from '../accounts/settings.ts';
import type { Services } from '../services.ts';
import { stepOf } from './command.ts';
import { SERVER_ACTOR } from './steps.ts';

const A_MINUTE = 60_000;
/** Sessions of one account that are timed out in one go. */
const AT_ONCE = 500;

type Expiring = Pick<Services, 'db' | 'clock' | 'ids' | 'programs' | 'sessionChanges'> & {
  readonly steps: StepWriter<SessionState>;
};

/**
 * Times out the sessions of all accounts that waited longer than their account lets them. Somebody who comes back in the
 * same moment wins: the session is asked once more, as it stands when its turn comes.
 *
 * @returns how many were timed out
 */
export async function expireIdleSessions({
  db,
  clock,
  ids,
  programs,
  steps,
  sessionChanges,
}: Expiring): Promise<number> {
  let expired = 0;
  for (const account of await listAccounts(db)) {
    const scope = accountScope(account.id);
    const since = clock.now() - settingsOf(account).idleMinutes * A_MINUTE;
    for (const idle of await listIdleSessions(scope, db, since, AT_ONCE)) {
      const { id, interaction_id: interaction, content_hash: content } = idle;
      const program = await programs.get(content, () => findVersionBytes(scope, db, interaction, content));
      if (!program) continue;
      const outcome = await steps.submit(
        scope,
        id,
        ids.make('cmd') as CommandId,
        (head): Result<Step<SessionState>, unknown> =>
          head.status === 'waiting' && head.last_at < since
            ? stepOf(program, head, { kind: 'expire' }, SERVER_ACTOR, clock.now())
            : fail('used'),
      );
      if (outcome.kind !== 'written') continue;
      expired++;
      sessionChanges.note(scope, id, interaction);
    }
  }
  return expired;
}
