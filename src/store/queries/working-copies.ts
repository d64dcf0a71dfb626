import { sql } from 'kysely';
import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';
import type { Act } from './interactions.ts';

/** The channel on which other processes hear that a working copy has new updates. */
export const WORKING_COPY_CHANNEL = 'working_copy';

/** A working copy without its content. */
export type WorkingCopyLine = Omit<Row<'working_copies'>, 'snapshot'>;

const LINE = [
  'account_id',
  'id',
  'interaction_id',
  'name',
  'based_on',
  'created_at',
  'created_by',
  'modified_at',
  'modified_by',
  'deleted_at',
] as const satisfies readonly (keyof WorkingCopyLine)[];

export async function insertWorkingCopy(
  scope: AccountScope,
  db: Db,
  copy: Pick<Row<'working_copies'>, 'id' | 'interaction_id' | 'name' | 'based_on' | 'snapshot'>,
  act: Act,
): Promise<void> {
  await db
    .insertInto('working_copies')
    .values({
      ...copy,
      account_id: scope.account,
      created_at: act.at,
      created_by: act.by,
      modified_at: act.at,
      modified_by: act.by,
    })
    .execute();
}

export function findWorkingCopy(scope: AccountScope, db: Db, id: string): Promise<WorkingCopyLine | undefined> {
  return db
    .selectFrom('working_copies')
    .select(LINE)
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Last modified first, without those in the trash: all, or those of one Interaction. */
export function listWorkingCopies(
  scope: AccountScope,
  db: Db,
  interaction?: InteractionId,
): Promise<WorkingCopyLine[]> {
  let query = db
    .selectFrom('working_copies')
    .select(LINE)
    .where('account_id', '=', scope.account)
    .where('deleted_at', 'is', null);
  if (interaction !== undefined) query = query.where('interaction_id', '=', interaction);
  return query.orderBy('modified_at', 'desc').execute();
}

export async function updateWorkingCopy(
  scope: AccountScope,
  db: Db,
  id: string,
  changes: { readonly name?: string; readonly based_on?: number | null; readonly deleted_at?: number | null },
  act: Act,
): Promise<void> {
  await db
    .updateTable('working_copies')
    .set({ ...changes, modified_at: act.at, modified_by: act.by })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .execute();
}

/** Keeps one edit, and tells the other processes that there is one. */
export async function appendUpdate(
  scope: AccountScope,
  db: Db,
  copy: string,
  update: { readonly id: string; readonly bytes: Uint8Array },
  act: Act,
): Promise<void> {
  const message = JSON.stringify({ account: scope.account, workingCopy: copy, update: update.id });
  await sql`
    with kept as (
      insert into working_copy_updates (account_id, working_copy_id, id, bytes, made_at, made_by)
      values (${scope.account}, ${copy}, ${update.id}, ${Buffer.from(update.bytes)}, ${act.at}, ${act.by})
    ), touched as (
      update working_copies set modified_at = ${act.at}, modified_by = ${act.by}
      where account_id = ${scope.account} and id = ${copy}
    )
    select pg_notify(${WORKING_COPY_CHANNEL}, ${message})`.execute(db);
}

/** One update, as another process asks for it after it was told of it; nothing once it is part of the snapshot. */
export async function findUpdate(
  scope: AccountScope,
  db: Db,
  copy: string,
  id: string,
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('working_copy_updates')
    .select('bytes')
    .where('account_id', '=', scope.account)
    .where('working_copy_id', '=', copy)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.bytes;
}

/** What the document is made of: the snapshot first, where there is one, then every update since. */
export async function readDocument(scope: AccountScope, db: Db, copy: string): Promise<Uint8Array[] | undefined> {
  // One statement sees one moment: no compaction can take an update away between snapshot and updates.
  const row = await db
    .selectFrom('working_copies')
    .select('snapshot')
    .select(
      sql<Uint8Array[]>`array(
        select u.bytes from working_copy_updates u
        where u.account_id = working_copies.account_id and u.working_copy_id = working_copies.id order by u.id
      )`.as('updates'),
    )
    .where('account_id', '=', scope.account)
    .where('id', '=', copy)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return row.snapshot === null ? row.updates : [row.snapshot, ...row.updates];
}

/**
 * Merges the updates into the snapshot. Only those that were read are removed: what others append meanwhile stays.
 *
 * @param merge makes one document state of many, such as `Y.mergeUpdates`
 * @returns how many updates were merged; 0 also while another process is at it
 */
export async function compactWorkingCopy(
  scope: AccountScope,
  db: Db,
  copy: string,
  merge: (parts: readonly Uint8Array[]) => Uint8Array,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    const lock = `${scope.account}/${copy}`;
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) as held`.execute(transaction);
    if (!rows[0]?.held) return 0;
    const before = await transaction
      .selectFrom('working_copies')
      .select('snapshot')
      .where('account_id', '=', scope.account)
      .where('id', '=', copy)
      .executeTakeFirst();
    const updates = await transaction
      .selectFrom('working_copy_updates')
      .select(['id', 'bytes'])
      .where('account_id', '=', scope.account)
      .where('working_copy_id', '=', copy)
      .orderBy('id')
      .execute();
    if (before === undefined || updates.length === 0) return 0;
    const parts = updates.map((update) => update.bytes);
    const snapshot = merge(before.snapshot === null ? parts : [before.snapshot, ...parts]);
    await transaction
      .updateTable('working_copies')
      .set({ snapshot: Buffer.from(snapshot) })
      .where('account_id', '=', scope.account)
      .where('id', '=', copy)
      .execute();
    const ids = updates.map((update) => update.id);
    await sql`
      delete from working_copy_updates
      where account_id = ${scope.account} and working_copy_id = ${copy} and id = any(${ids})`.execute(transaction);
    return updates.length;
  });
}
