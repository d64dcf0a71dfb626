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

/** Locked until the transaction ends: what is decided about a team is still true when it is written. */
export async function lockTeam(scope: AccountScope, db: Db, id: TeamId): Promise<Row<'teams'> | undefined> {
  return db
    .selectFrom('teams')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** @returns false when another team has this name */
export async function renameTeam(scope: AccountScope, db: Db, id: TeamId, name: string): Promise<boolean> {
  const renamed = await db
    .updateTable('teams')
    .set({ name })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('teams as other')
            .select('other.id')
            .where('other.account_id', '=', scope.account)
            .where('other.id', '<>', id)
            .where(sql<boolean>`lower(other.name) = lower(${name})`),
        ),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  return renamed !== undefined;
}

/** Deletes a team; who was in it is in the account as before. */
export async function deleteTeam(scope: AccountScope, db: Db, id: TeamId): Promise<void> {
  await db.deleteFrom('teams').where('account_id', '=', scope.account).where('id', '=', id).execute();
}

/** Everybody who is in one of the teams of a user, the user among them where there is one. */
export async function listColleagues(scope: AccountScope, db: Db, user: UserId): Promise<UserId[]> {
  const rows = await db
    .selectFrom('team_members as mine')
    .innerJoin('team_members as theirs', (join) =>
      join.onRef('theirs.account_id', '=', 'mine.account_id').onRef('theirs.team_id', '=', 'mine.team_id'),
    )
    .select('theirs.user_id')
    .distinct()
    .where('mine.account_id', '=', scope.account)
    .where('mine.user_id', '=', user)
    .orderBy('theirs.user_id')
    .execute();
  return rows.map((row) => row.user_id);
}

/** Sessions that were handed to a team and that nobody has taken yet. */
export async function countSessionsWaitingFor(scope: AccountScope, db: Db, team: TeamId): Promise<number> {
  const { count } = await db
    .selectFrom('sessions')
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('account_id', '=', scope.account)
    .where('team_id', '=', team)
    .where('user_id', 'is', null)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** @returns false when they were in it already */
export async function addTeamMember(scope: AccountScope, db: Db, team: TeamId, user: UserId): Promise<boolean> {
  const added = await db
    .insertInto('team_members')
    .values({ account_id: scope.account, team_id: team, user_id: user })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return added !== undefined;
}

/** @returns false when they were not in it */
export async function removeTeamMember(scope: AccountScope, db: Db, team: TeamId, user: UserId): Promise<boolean> {
  const removed = await db
    .deleteFrom('team_members')
    .where('account_id', '=', scope.account)
    .where('team_id', '=', team)
    .where('user_id', '=', user)
    .returning('user_id')
    .executeTakeFirst();
  return removed !== undefined;
}
