import type { Receiver } from '#api/desk.ts';
import { may } from '#api/permissions.ts';
import type { Db } from '#store/connect.ts';
import { listMembers } from '#store/queries/memberships.ts';
import { listTeams } from '#store/queries/teams.ts';
import { type Member, rolesOf } from '../who.ts';

/**
 * To whom somebody may hand a session: colleagues who may run live ones, and teams with at least one of them. A session
 * that went to anybody else would wait for ever.
 */
export async function receiversFor({ who, db }: { readonly who: Member; readonly db: Db }): Promise<Receiver[]> {
  const members = await listMembers(who.scope, db);
  const colleagues = members.filter(
    ({ user_id, disabled_at, roles }) =>
      user_id !== who.person.id && disabled_at === null && may(rolesOf(roles), 'sessions.run'),
  );
  const serving = new Set(colleagues.map(({ user_id }) => user_id));
  const teams = (await listTeams(who.scope, db)).filter((team) => team.members.some((user) => serving.has(user)));
  return [
    ...teams.map(({ id, name }) => ({ kind: 'team' as const, id, name })),
    ...colleagues.map(({ user_id, name }) => ({ kind: 'user' as const, id: user_id, name })),
  ];
}
