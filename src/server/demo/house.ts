import { invariant } from '#prelude/assert-never.ts';
import type { AccountId, TeamId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { listMembers } from '#store/queries/memberships.ts';
import { listTeams } from '#store/queries/teams.ts';
import { type AccountScope, accountScope } from '#store/scope.ts';
import { type Member, rolesOf } from '../who.ts';
import type { DemoPerson, DemoTeam } from './people.ts';

export const DEMO_ACCOUNT = 'acc_demo' as AccountId;

/** The demo is made by the server itself, for its own account: nobody asked for it. */
export const DEMO_SCOPE: AccountScope = accountScope(DEMO_ACCOUNT);

/** The demo account as it stands: who is in it, so that they can do things. */
export interface House {
  /** Somebody as one who has signed in. */
  as(person: DemoPerson): Member;
  team(name: DemoTeam): TeamId;
}

export async function readHouse(db: Db): Promise<House> {
  const [members, teams] = [await listMembers(DEMO_SCOPE, db), await listTeams(DEMO_SCOPE, db)];
  return {
    as({ email }) {
      const found = members.find((member) => member.email === email);
      invariant(found, `${email} is in the demo account`);
      return {
        person: { id: found.user_id, name: found.name },
        account: DEMO_ACCOUNT,
        scope: DEMO_SCOPE,
        roles: rolesOf(found.roles),
        system: false,
      };
    },
    team(name) {
      const found = teams.find((team) => team.name === name);
      invariant(found, `the demo account has a team ${name}`);
      return found.id;
    },
  };
}
