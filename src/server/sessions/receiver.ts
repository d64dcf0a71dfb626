import type { Command } from '#contract/command.ts';
import type { TeamId, UserId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { findMembership } from '#store/queries/memberships.ts';
import { listTeams } from '#store/queries/teams.ts';
import { findUserByEmail } from '#store/queries/users.ts';
import type { AccountScope } from '#store/scope.ts';
import type { Member } from '../who.ts';

/** Whether those to whom somebody hands a session are of the account: else nobody would ever find it. */
export async function receives(
  { who, db }: { readonly who: Member; readonly db: Db },
  command: Command,
): Promise<boolean> {
  if (command.kind !== 'transfer') return true;
  const { user, team } = command.to;
  if (user !== undefined) return (await findColleague(who.scope, db, user)) !== null;
  return team === undefined || (await listTeams(who.scope, db)).some(({ id }) => id === (team as TeamId));
}

/** The person of an account whom an e-mail address or an id names, where they may still sign in; else null. */
export async function findColleague(scope: AccountScope, db: Db, word: string): Promise<UserId | null> {
  const id = word.includes('@') ? (await findUserByEmail(db, word.trim()))?.id : (word as UserId);
  const membership = id === undefined ? undefined : await findMembership(db, scope.account, id);
  return membership && membership.disabled_at === null ? membership.user_id : null;
}
