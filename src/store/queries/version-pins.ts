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

/** Which of these Interactions have a version that could be run. */
export async function findPublished(
  scope: AccountScope,
  db: Db,
  interactions: readonly InteractionId[],
): Promise<readonly InteractionId[]> {
  if (interactions.length === 0) return [];
  const rows = await db
    .selectFrom('versions')
    .select('interaction_id')
    .distinct()
    .where('account_id', '=', scope.account)
    .where('interaction_id', 'in', [...interactions])
    .where('deleted_at', 'is', null)
    .execute();
  return rows.map((row) => row.interaction_id);
}

/** The versions that a new version would run of these Interactions: the live one of each, else the newest. */
export async function versionsToRun(
  scope: AccountScope,
  db: Db,
  interactions: readonly InteractionId[],
): Promise<readonly { readonly interaction: InteractionId; readonly number: number }[]> {
  if (interactions.length === 0) return [];
  const { rows } = await sql<{ readonly interaction: InteractionId; readonly number: number }>`
    select i.id as interaction, coalesce(i.live_version, newest.number) as number
    from interactions i cross join lateral (
      select max(v.number) as number from versions v
      where v.account_id = i.account_id and v.interaction_id = i.id and v.deleted_at is null
    ) newest
    where i.account_id = ${scope.account} and i.id = any(${interactions}::text[])
      and coalesce(i.live_version, newest.number) is not null`.execute(db);
  return rows;
}

/** Pins the versions of other Interactions that a new version runs: see {@link versionsToRun}. */
export async function pinVersions(
  scope: AccountScope,
  db: Db,
  version: { readonly interaction: InteractionId; readonly number: number },
  callees: readonly InteractionId[],
): Promise<void> {
  if (callees.length === 0) return;
  await sql`
    insert into version_pins (account_id, interaction_id, number, callee_id, callee_number)
    select i.account_id, ${version.interaction}, ${version.number}, i.id,
      case when i.id = ${version.interaction} then ${version.number} else coalesce(i.live_version, newest.number) end
    from interactions i cross join lateral (
      select max(v.number) as number from versions v
      where v.account_id = i.account_id and v.interaction_id = i.id and v.deleted_at is null
    ) newest
    where i.account_id = ${scope.account} and i.id = any(${callees}::text[])
      and coalesce(i.live_version, newest.number) is not null
    on conflict (account_id, interaction_id, number, callee_id) do nothing`.execute(db);
}

/** A version with all that it runs, directly or through others, itself first; empty where there is no such version. */
export async function findPinnedFiles(
  scope: AccountScope,
  db: Db,
  version: { readonly interaction: InteractionId; readonly number: number },
): Promise<readonly PinnedFile[]> {
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
