import type { Command } from '#contract/command.ts';
import type { TeamId, UserId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { findMembership } from '#store/queries/memberships.ts';
import { listTeams } from '#store/queries/teams.ts';
import type { Member } from '../who.ts';

/** Whether those to whom somebody hands a session are of the account: else nobody would ever find it. */
export async function receives(
  { who, db }: { readonly who: Member; readonly db: Db },
  command: Command,
): Promise<boolean> {
  if (command.kind !== 'transfer') return true;
  const { user, team } = command.to;
  if (user !== undefined) {
    const membership = await findMembership(db, who.account, user as UserId);
    return membership !== undefined && membership.disabled_at === null;
  }
  return team === undefined || (await listTeams(who.scope, db)).some(({ id }) => id === (team as TeamId));
}
