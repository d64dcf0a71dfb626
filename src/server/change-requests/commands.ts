import type { ChangeRequestId, ElementId, InteractionId, UserId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Ids } from '#prelude/ports.ts';
import { ok, type Result } from '#prelude/result.ts';
import { findChangeRequest, insertChangeRequest, updateChangeRequest } from '#store/queries/change-requests.ts';
import { findInteraction } from '#store/queries/interactions.ts';
import { findMembership } from '#store/queries/memberships.ts';
import { findVersion, type VersionLine } from '#store/queries/versions.ts';
import { announce } from '../announce.ts';
import { type Doer, record } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';

export interface Wish {
  readonly interaction: InteractionId;
  readonly version: number;
  readonly element?: ElementId | undefined;
  readonly period?: { readonly from: number; readonly to: number } | undefined;
  readonly figures?: JsonObject | undefined;
  readonly wish: string;
  readonly owner?: UserId | undefined;
}

export async function openRequest(doer: Doer, ids: Ids, wish: Wish): Promise<Result<ChangeRequestId, Refusal>> {
  const { who, db, now } = doer;
  const interaction = await findInteraction(who.scope, db, wish.interaction);
  const version = await findVersion(who.scope, db, wish.interaction, wish.version);
  if (!interaction || !version) return refuse('not-found');
  if (wish.owner && !(await isMember(doer, wish.owner))) return refuse('change-request.unknown-owner');
  const id = ids.make('chr') as ChangeRequestId;
  await insertChangeRequest(
    who.scope,
    db,
    {
      id,
      interaction_id: wish.interaction,
      element: wish.element ?? null,
      version_number: wish.version,
      period_from: wish.period?.from ?? null,
      period_to: wish.period?.to ?? null,
      wish: wish.wish,
      figures: wish.figures ?? {},
      goal: null,
      sessions: [],
      owner: wish.owner ?? null,
    },
    { by: who.person.id, at: now },
  );
  await announce(who.scope, db, { kind: 'change-requests.changed', interaction: wish.interaction });
  const title = `${interaction.name}: ${beginningOf(wish.wish)}`;
  await record(doer, 'change-request.opened', { object: `change-request:${id}`, title });
  return ok(id);
}

export async function changeRequest(
  doer: Doer,
  id: ChangeRequestId,
  changes: { readonly status?: 'open' | 'declined' | undefined; readonly owner?: UserId | null | undefined },
): Promise<Result<undefined, Refusal>> {
  const { who, db, now } = doer;
  const row = await findChangeRequest(who.scope, db, id);
  if (!row) return refuse('not-found');
  const over = row.status === 'planned' || row.status === 'done';
  if (changes.status !== undefined && over) return refuse('change-request.wrong-status');
  if (changes.owner && !(await isMember(doer, changes.owner))) return refuse('change-request.unknown-owner');
  const { status, owner } = changes;
  const closed = status === undefined ? {} : { status, closed_at: status === 'declined' ? now : null };
  await updateChangeRequest(who.scope, db, id, { ...closed, ...(owner === undefined ? {} : { owner }) }, now);
  await announce(who.scope, db, { kind: 'change-requests.changed', interaction: row.interaction_id });
  const details = { ...(status ? { status } : {}), ...(owner === undefined ? {} : { owner }) };
  const on = { object: `change-request:${id}`, title: beginningOf(row.wish) };
  await record(doer, 'change-request.changed', on, { details });
  return ok(undefined);
}

/** Of a wish so much as names it in a line; that there is more is seen. */
function beginningOf(wish: string): string {
  return wish.length > 80 ? `${wish.slice(0, 79).trimEnd()}…` : wish;
}

/** A new version names the requests it answers: they must be open ones of the same Interaction. */
export async function answerRequests(
  { who, db, now }: Doer,
  interaction: InteractionId,
  version: number,
  answers: readonly ChangeRequestId[],
): Promise<Result<undefined, Refusal>> {
  for (const id of answers) {
    const row = await findChangeRequest(who.scope, db, id);
    if (!row || row.interaction_id !== interaction) return refuse('change-request.unknown');
    if (row.status !== 'open' && row.status !== 'planned') return refuse('change-request.unknown');
    await updateChangeRequest(who.scope, db, id, { status: 'planned', closed_by_version: version }, now);
  }
  if (answers.length > 0) await announce(who.scope, db, { kind: 'change-requests.changed', interaction });
  return ok(undefined);
}

/** The version went live: what it answers is closed. */
export async function closeAnswered(
  { who, db, now }: Doer,
  interaction: InteractionId,
  version: VersionLine,
): Promise<void> {
  for (const id of version.answers) {
    const changes = { status: 'done', closed_at: now, closed_by_version: version.number } as const;
    await updateChangeRequest(who.scope, db, id, changes, now);
  }
  if (version.answers.length > 0) await announce(who.scope, db, { kind: 'change-requests.changed', interaction });
}

async function isMember({ who, db }: Doer, user: UserId): Promise<boolean> {
  const membership = await findMembership(db, who.account, user);
  return membership !== undefined && membership.disabled_at === null;
}
