import { invariant } from '#prelude/assert-never.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Ids } from '#prelude/ports.ts';
import { ok, type Result } from '#prelude/result.ts';
import { findAccount } from '#store/queries/accounts.ts';
import { lockInteraction, updateInteraction } from '#store/queries/interactions.ts';
import { insertRelease } from '#store/queries/releases.ts';
import { closeReview, insertDecision, insertReview, lockOpenReview } from '#store/queries/reviews.ts';
import { countOpenSessions } from '#store/queries/session-counts.ts';
import {
  listVersions,
  lockVersion,
  markVersionDeleted,
  moveVersion,
  type VersionLine,
} from '#store/queries/versions.ts';
import type { Row } from '#store/tables.ts';
import { settingsOf } from '../accounts/settings.ts';
import { announce } from '../announce.ts';
import { closeAnswered } from '../change-requests/commands.ts';
import { type Act, type Doer, record } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { asOfNow } from '../sign-in/as-of-now.ts';
import { asCalled, findCalledBy } from './called.ts';
import { FROM, mayDo } from './policy.ts';
import { objectOf } from './present.ts';

/** A version with its Interaction, both locked until the transaction ends. */
export interface Held {
  readonly interaction: Row<'interactions'>;
  readonly version: VersionLine;
}

type Done = Result<undefined, Refusal>;

/** Locks a version and asks the policy anew: what was allowed on screen may no longer be. */
async function hold(
  doer: Doer,
  act: Parameters<typeof mayDo>[0],
  id: InteractionId,
  number: number,
): Promise<Result<Held, Refusal>> {
  const { db, now } = doer;
  const { scope } = doer.who;
  const interaction = await lockInteraction(scope, db, id);
  const version = await lockVersion(scope, db, id, number);
  // Only now: whoever waited for the lock may have lost the right meanwhile.
  const who = await asOfNow(doer.who, db, now);
  const account = await findAccount(who.scope, db);
  if (!interaction || !version || version.deleted_at !== null || !account) return refuse('not-found');
  if (interaction.deleted_at !== null) return refuse('interaction.in-trash');
  const called = asCalled((await findCalledBy(scope, db, id, [number]))(number));
  const may = mayDo(act, { ...version, called }, who, settingsOf(account));
  return may.ok ? ok({ interaction, version }) : may;
}

export async function submit(doer: Doer, ids: Ids, id: InteractionId, number: number, note: string): Promise<Done> {
  const { who, db, now } = doer;
  const held = await hold(doer, 'submit', id, number);
  if (!held.ok) return held;
  await insertReview(who.scope, db, {
    id: ids.make('rev'),
    interaction_id: id,
    version_number: number,
    content_hash: held.value.version.content_hash,
    reviewers: [],
    note,
    requested_at: now,
    requested_by: who.person.id,
  });
  await move(doer, held.value, FROM.submit, 'in-review');
  return tell(doer, held.value, 'version.submitted', note);
}

export async function requestChanges(
  doer: Doer,
  ids: Ids,
  id: InteractionId,
  number: number,
  reason: string,
): Promise<Done> {
  const held = await hold(doer, 'request-changes', id, number);
  if (!held.ok) return held;
  await decide(doer, ids, held.value, 'request-changes', reason);
  await move(doer, held.value, FROM['request-changes'], 'changes-requested');
  return tell(doer, held.value, 'version.changes-requested', reason);
}

export async function approve(
  doer: Doer,
  ids: Ids,
  id: InteractionId,
  number: number,
  { note, goLive }: { readonly note: string; readonly goLive: boolean },
): Promise<Done> {
  const held = await hold(doer, goLive ? 'approve-and-go-live' : 'approve', id, number);
  if (!held.ok) return held;
  await decide(doer, ids, held.value, 'approve', note);
  await move(doer, held.value, FROM.approve, 'approved');
  await tell(doer, held.value, 'version.approved', note);
  return goLive ? release(doer, ids, held.value, note) : ok(undefined);
}

export async function goLive(doer: Doer, ids: Ids, id: InteractionId, number: number, note: string): Promise<Done> {
  const held = await hold(doer, 'go-live', id, number);
  return held.ok ? release(doer, ids, held.value, note) : held;
}

/** The version becomes the live one; the one that was live before stays approved, so that it can come back at once. */
async function release(doer: Doer, ids: Ids, held: Held, note: string): Promise<Done> {
  const { who, db, now } = doer;
  const act = { by: who.person.id, at: now };
  const { interaction, version } = held;
  const before = interaction.live_version;
  if (before !== null) await moveVersion(who.scope, db, interaction.id, before, ['live'], 'approved', act);
  await move(doer, held, ['approved'], 'live');
  await updateInteraction(who.scope, db, interaction.id, { live_version: version.number }, act);
  await insertRelease(who.scope, db, {
    interaction_id: interaction.id,
    id: ids.make('rel'),
    version_number: version.number,
    previous_number: before,
    kind: before !== null && version.number < before ? 'roll-back' : 'live',
    reason: '',
    note,
    released_at: now,
    released_by: who.person.id,
  });
  await closeAnswered(doer, interaction.id, version);
  return tell(doer, held, 'version.made-live', note);
}

/** Takes a version out of use; where it was live, none is after it. Sessions under way finish. */
export async function retire(doer: Doer, ids: Ids, id: InteractionId, number: number, reason: string): Promise<Done> {
  const { who, db, now } = doer;
  const held = await hold(doer, 'retire', id, number);
  if (!held.ok) return held;
  await endReview(doer, held.value);
  await move(doer, held.value, FROM.retire, 'retired');
  if (held.value.interaction.live_version === number) {
    await updateInteraction(who.scope, db, id, { live_version: null }, { by: who.person.id, at: now });
    await insertRelease(who.scope, db, {
      interaction_id: id,
      id: ids.make('rel'),
      version_number: null,
      previous_number: number,
      kind: 'withdraw',
      reason,
      note: '',
      released_at: now,
      released_by: who.person.id,
    });
  }
  return tell(doer, held.value, 'version.retired', reason);
}

/** To the trash; its sessions and their reports stay readable. */
export async function deleteVersion(doer: Doer, id: InteractionId, number: number): Promise<Done> {
  const { who, db, now } = doer;
  const held = await hold(doer, 'delete', id, number);
  if (!held.ok) return held;
  const { running, paused } = await countOpenSessions(who.scope, db, id, number);
  if (running + paused > 0) return refuse('version.running');
  const others = (await listVersions(who.scope, db, id)).filter((line) => line.deleted_at === null);
  if (others.length === 1) return refuse('version.last');
  await endReview(doer, held.value);
  await markVersionDeleted(who.scope, db, id, number, { by: who.person.id, at: now });
  return tell(doer, held.value, 'version.deleted', '');
}

async function decide(
  doer: Doer,
  ids: Ids,
  held: Held,
  decision: 'approve' | 'request-changes',
  reason: string,
): Promise<void> {
  const { who, db, now } = doer;
  const { interaction, version } = held;
  const review = await lockOpenReview(who.scope, db, interaction.id, version.number);
  if (!review) return;
  invariant(review.content_hash === version.content_hash, 'a version keeps its content');
  await insertDecision(who.scope, db, {
    review_id: review.id,
    id: ids.make('dec'),
    decision,
    reason,
    decided_at: now,
    decided_by: who.person.id,
  });
  await closeReview(who.scope, db, review.id, now);
}

async function endReview({ who, db, now }: Doer, { interaction, version }: Held): Promise<void> {
  const review = await lockOpenReview(who.scope, db, interaction.id, version.number);
  if (review) await closeReview(who.scope, db, review.id, now);
}

async function move(
  { who, db, now }: Doer,
  { interaction, version }: Held,
  from: readonly VersionLine['status'][],
  to: VersionLine['status'],
): Promise<void> {
  const act = { by: who.person.id, at: now };
  const moved = await moveVersion(who.scope, db, interaction.id, version.number, from, to, act);
  invariant(moved, 'the version is locked, so its status is the one that was judged');
}

async function tell(doer: Doer, { interaction, version }: Held, act: Act, why: string): Promise<Done> {
  const title = `${interaction.name}, version ${version.number}`;
  await announce(doer.who.scope, doer.db, { kind: 'interactions.changed', interaction: interaction.id });
  await record(doer, act, { object: objectOf(version), title }, { why });
  return ok(undefined);
}
