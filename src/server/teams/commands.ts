import { isLiveUse } from '#api/references.ts';
import type { TeamId, UserId } from '#prelude/ids.ts';
import type { Ids } from '#prelude/ports.ts';
import { ok, type Result } from '#prelude/result.ts';
import { listMembers } from '#store/queries/memberships.ts';
import {
  addTeamMember,
  countSessionsWaitingFor,
  deleteTeam,
  insertTeam,
  lockTeam,
  removeTeamMember,
  renameTeam,
} from '#store/queries/teams.ts';
import { type Act, type Doer, record } from '../record.ts';
import type { KnownReferences } from '../references/known-references.ts';
import { referencesTo } from '../references/references-to.ts';
import { type Refusal, refuse } from '../refusal.ts';

type Done = Result<undefined, Refusal>;

export async function makeTeam(doer: Doer, ids: Ids, name: string): Promise<Result<TeamId, Refusal>> {
  const { who, db, now } = doer;
  const id = ids.make('tea') as TeamId;
  if (!(await insertTeam(who.scope, db, { id, name, created_at: now }))) return refuse('team.name-taken');
  await note(doer, 'team.made', { id, name });
  return ok(id);
}

export async function changeName(doer: Doer, id: TeamId, name: string): Promise<Done> {
  const { who, db } = doer;
  const before = await lockTeam(who.scope, db, id);
  if (!before) return refuse('not-found');
  if (before.name === name) return ok(undefined);
  if (!(await renameTeam(who.scope, db, id, name))) return refuse('team.name-taken');
  await record(doer, 'team.renamed', { object: `team:${id}`, title: name }, { details: { before: before.name } });
  return ok(undefined);
}

/** Refused while sessions are handed to it: they would wait for nobody. */
export async function dissolveTeam(doer: Doer, knownReferences: KnownReferences, id: TeamId): Promise<Done> {
  const { who, db } = doer;
  const before = await lockTeam(who.scope, db, id);
  if (!before) return refuse('not-found');
  if ((await countSessionsWaitingFor(who.scope, db, id)) > 0) return refuse('team.in-use');
  const look = { scope: who.scope, db, knownReferences };
  const uses = await referencesTo(look, { kind: 'team', key: id });
  if (uses.some(isLiveUse)) return refuse('team.in-use');
  await deleteTeam(who.scope, db, id);
  await note(doer, 'team.deleted', before);
  return ok(undefined);
}

export async function putIn(doer: Doer, id: TeamId, user: UserId): Promise<Done> {
  const { who, db } = doer;
  const team = await lockTeam(who.scope, db, id);
  if (!team) return refuse('not-found');
  const member = (await listMembers(who.scope, db)).find(({ user_id }) => user_id === user);
  if (!member) return refuse('team.unknown-person');
  if (await addTeamMember(who.scope, db, id, user)) await note(doer, 'team.joined', team, member.name);
  return ok(undefined);
}

export async function takeOut(doer: Doer, id: TeamId, user: UserId): Promise<Done> {
  const { who, db } = doer;
  const team = await lockTeam(who.scope, db, id);
  if (!team || !(await removeTeamMember(who.scope, db, id, user))) return refuse('not-found');
  const member = (await listMembers(who.scope, db)).find(({ user_id }) => user_id === user);
  await note(doer, 'team.left', team, member?.name ?? user);
  return ok(undefined);
}

function note(
  doer: Doer,
  act: Act,
  { id, name }: { readonly id: TeamId; readonly name: string },
  person?: string,
): Promise<void> {
  const on = { object: `team:${id}`, title: name };
  return record(doer, act, on, person === undefined ? {} : { details: { person } });
}
