import { type Team, teamRoutes } from '#api/teams.ts';
import type { TeamId } from '#prelude/ids.ts';
import { ok, type Result } from '#prelude/result.ts';
import { countSessionsWaitingFor, listTeams } from '#store/queries/teams.ts';
import type { RouteServer } from '../http/serve.ts';
import type { Doer } from '../record.ts';
import { referencesTo } from '../references/references-to.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { answer, done } from '../reply.ts';
import type { Services } from '../services.ts';
import { changeName, dissolveTeam, makeTeam, putIn, takeOut } from './commands.ts';
import { presentTeams } from './present.ts';

export function serveTeams(server: RouteServer, { ids, knownReferences }: Services): void {
  server.member(teamRoutes.list, async ({ who, db }) => {
    return answer(200, { items: await presentTeams({ who, db }, await listTeams(who.scope, db)) });
  });

  server.member(teamRoutes.create, async ({ body, ...doer }) => {
    const made = await makeTeam(doer, ids, body.name);
    return made.ok ? shown(doer, made.value, 201) : made;
  });

  server.member(teamRoutes.rename, async ({ params, body, ...doer }) => {
    const renamed = await changeName(doer, params.team, body.name);
    return renamed.ok ? shown(doer, params.team, 200) : renamed;
  });

  server.member(teamRoutes.delete, async ({ params, ...doer }) => {
    const deleted = await dissolveTeam(doer, knownReferences, params.team);
    return deleted.ok ? done() : deleted;
  });

  server.member(teamRoutes.addMember, async ({ params, body, ...doer }) => {
    const added = await putIn(doer, params.team, body.user);
    return added.ok ? shown(doer, params.team, 200) : added;
  });

  server.member(teamRoutes.removeMember, async ({ params, ...doer }) => {
    const removed = await takeOut(doer, params.team, params.user);
    return removed.ok ? shown(doer, params.team, 200) : removed;
  });

  server.member(teamRoutes.uses, async ({ params, ...doer }) => {
    const { who, db } = doer;
    const found = await one(doer, params.team);
    if (!found.ok) return found;
    const look = { scope: who.scope, db, knownReferences };
    const items = [...(await referencesTo(look, { kind: 'team', key: params.team }))];
    return answer(200, { items, waiting: await countSessionsWaitingFor(who.scope, db, params.team) });
  });
}

async function one({ who, db }: Doer, id: TeamId): Promise<Result<Team, Refusal>> {
  const rows = (await listTeams(who.scope, db)).filter((team) => team.id === id);
  const [found] = await presentTeams({ who, db }, rows);
  return found ? ok(found) : refuse('not-found');
}

async function shown<Status extends 200 | 201>(doer: Doer, id: TeamId, status: Status) {
  const found = await one(doer, id);
  return found.ok ? answer(status, found.value) : found;
}
