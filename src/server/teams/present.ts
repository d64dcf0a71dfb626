import type { Team } from '#api/teams.ts';
import type { Db } from '#store/connect.ts';
import type { Team as TeamRow } from '#store/queries/teams.ts';
import { namesOf } from '../names.ts';
import { abilities, allows, type Member } from '../who.ts';

interface Looking {
  readonly who: Member;
  readonly db: Db;
}

/** Teams with who is in them, for those who may see who belongs to the account. */
export async function presentTeams({ who, db }: Looking, rows: readonly TeamRow[]): Promise<Team[]> {
  const seesPeople = allows(who, 'users.read');
  const names = await namesOf(
    who.scope,
    db,
    rows.flatMap(({ members }) => members),
  );
  const may = allows(who, 'teams.change');
  return rows.map(({ id, name, created_at, members }) => ({
    id,
    name,
    ...(seesPeople ? { members: members.map(names.of).toSorted((a, b) => a.name.localeCompare(b.name)) } : {}),
    createdAt: created_at,
    abilities: abilities({ change: may, delete: may }),
  }));
}
