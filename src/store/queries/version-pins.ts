import { sql } from 'kysely';
import type { ContentHash, InteractionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';

/** A published file with the versions of others that it runs. */
export interface PinnedFile {
  readonly interaction_id: InteractionId;
  readonly number: number;
  readonly content_hash: ContentHash;
  readonly bytes: string;
  /** The numbers of the versions that it runs, by Interaction. */
  readonly pins: { readonly [interaction: InteractionId]: number };
}

/** A version that another one runs. */
export interface Pin {
  readonly interaction: InteractionId;
  readonly number: number;
}

/** The versions that a new version would run of these Interactions: the live one of each, else the newest. */
export async function versionsToRun(
  scope: AccountScope,
  db: Db,
  interactions: readonly InteractionId[],
): Promise<readonly Pin[]> {
  if (interactions.length === 0) return [];
  const { rows } = await sql<Pin>`
    select i.id as interaction, coalesce(i.live_version, newest.number) as number
    from interactions i cross join lateral (
      select max(v.number) as number from versions v
      where v.account_id = i.account_id and v.interaction_id = i.id and v.deleted_at is null
    ) newest
    where i.account_id = ${scope.account} and i.id = any(${interactions}::text[])
      and coalesce(i.live_version, newest.number) is not null`.execute(db);
  return rows;
}

/** What a version runs directly, itself among it where it does. */
export async function findPins(scope: AccountScope, db: Db, version: Pin): Promise<readonly Pin[]> {
  const { rows } = await sql<Pin>`
    select callee_id as interaction, callee_number as number from version_pins
    where account_id = ${scope.account} and interaction_id = ${version.interaction} and number = ${version.number}`.execute(
    db,
  );
  return rows;
}

/** Pins the versions of other Interactions that a version runs. One that is pinned stays as it is. */
export async function pinVersions(scope: AccountScope, db: Db, version: Pin, pins: readonly Pin[]): Promise<void> {
  if (pins.length === 0) return;
  await db
    .insertInto('version_pins')
    .values(
      pins.map((pin) => ({
        account_id: scope.account,
        interaction_id: version.interaction,
        number: version.number,
        callee_id: pin.interaction,
        callee_number: pin.number,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A version with all that it runs, directly or through others, itself first; empty where there is no such version. */
export async function findPinnedFiles(scope: AccountScope, db: Db, version: Pin): Promise<readonly PinnedFile[]> {
  const { rows } = await sql<Omit<PinnedFile, 'pins'> & { readonly pins: PinnedFile['pins'] | null }>`
    with recursive run (interaction_id, number, depth) as (
      select ${version.interaction}::text collate "C", ${version.number}::int, 0
      union
      select p.callee_id, p.callee_number, run.depth + 1
      from run join version_pins p on p.account_id = ${scope.account}
        and p.interaction_id = run.interaction_id and p.number = run.number
      where run.depth < 20
    ), each as (
      select interaction_id, number, min(depth) as depth from run group by interaction_id, number
    )
    select v.interaction_id, v.number, v.content_hash, v.bytes, (
      select json_object_agg(p.callee_id, p.callee_number) from version_pins p
      where p.account_id = v.account_id and p.interaction_id = v.interaction_id and p.number = v.number
    ) as pins
    from each join versions v on v.account_id = ${scope.account}
      and v.interaction_id = each.interaction_id and v.number = each.number
    order by each.depth`.execute(db);
  return rows.map(({ pins, ...file }) => ({ ...file, pins: pins ?? {} }));
}
