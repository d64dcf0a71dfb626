import { sql } from 'kysely';
import type { TeamId, UserId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

export type Team = Row<'teams'> & { readonly members: UserId[] };

/** @returns false when a team has this name already */
export async function insertTeam(
  scope: AccountScope,
  db: Db,
  team: Pick<Row<'teams'>, 'id' | 'name' | 'created_at'>,
): Promise<boolean> {
  const inserted = await db
    .insertInto('teams')
    .values({ ...team, account_id: scope.account })
    .onConflict((conflict) => conflict.expression(sql`account_id, lower(name)`).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export function listTeams(scope: AccountScope, db: Db): Promise<Team[]> {
  return db
    .selectFrom('teams')
    .selectAll('teams')
    .select(
      sql<UserId[]>`array(
        select m.user_id from team_members m
        where m.account_id = teams.account_id and m.team_id = teams.id order by m.user_id
      )`.as('members'),
    )
    .where('account_id', '=', scope.account)
    .orderBy('name')
    .execute();
}

export async function listTeamsOf(scope: AccountScope, db: Db, user: UserId): Promise<TeamId[]> {
  const rows = await db
    .selectFrom('team_members')
    .select('team_id')
    .where('account_id', '=', scope.account)
    .where('user_id', '=', user)
    .orderBy('team_id')
    .execute();
  return rows.map((row) => row.team_id);
}

export async function addTeamMember(scope: AccountScope, db: Db, team: TeamId, user: UserId): Promise<void> {
  await db
    .insertInto('team_members')
    .values({ account_id: scope.account, team_id: team, user_id: user })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeTeamMember(scope: AccountScope, db: Db, team: TeamId, user: UserId): Promise<void> {
  await db
    .deleteFrom('team_members')
    .where('account_id', '=', scope.account)
    .where('team_id', '=', team)
    .where('user_id', '=', user)
    .execute();
}
