import type { FolderId, InteractionId, UserId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

export type NewInteraction = Pick<Row<'interactions'>, 'id' | 'name' | 'description' | 'folder_id'>;

/** Who did it, and when. */
export interface Act {
  readonly by: UserId;
  readonly at: Instant;
}

/** @returns false when the account has it already */
export async function insertInteraction(
  scope: AccountScope,
  db: Db,
  interaction: NewInteraction,
  act: Act,
): Promise<boolean> {
  const inserted = await db
    .insertInto('interactions')
    .values({
      ...interaction,
      account_id: scope.account,
      created_at: act.at,
      created_by: act.by,
      modified_at: act.at,
      modified_by: act.by,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** An Interaction, in the trash or not. */
export function findInteraction(
  scope: AccountScope,
  db: Db,
  id: InteractionId,
): Promise<Row<'interactions'> | undefined> {
  return db
    .selectFrom('interactions')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What all Interactions of an account are called, those that were deleted among them. */
export function listInteractionNames(
  scope: AccountScope,
  db: Db,
): Promise<Pick<Row<'interactions'>, 'id' | 'name' | 'deleted_at'>[]> {
  return db
    .selectFrom('interactions')
    .select(['id', 'name', 'deleted_at'])
    .where('account_id', '=', scope.account)
    .execute();
}

/**
 * The same, and nobody else publishes, decides or goes live on it until the transaction ends. Whoever changes a
 * version's status takes this lock first, so that two can never wait for each other.
 */
export function lockInteraction(
  scope: AccountScope,
  db: Db,
  id: InteractionId,
): Promise<Row<'interactions'> | undefined> {
  return db
    .selectFrom('interactions')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

export async function updateInteraction(
  scope: AccountScope,
  db: Db,
  id: InteractionId,
  changes: {
    readonly name?: string;
    readonly description?: string;
    readonly folder_id?: FolderId | null;
    /** Null: withdrawn. */
    readonly live_version?: number | null;
  },
  act: Act,
): Promise<void> {
  await db
    .updateTable('interactions')
    .set({ ...changes, modified_at: act.at, modified_by: act.by })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .execute();
}

export async function trashInteraction(
  scope: AccountScope,
  db: Db,
  id: InteractionId,
  reason: string,
  act: Act,
): Promise<void> {
  await db
    .updateTable('interactions')
    .set({ deleted_at: act.at, deleted_by: act.by, delete_reason: reason })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .execute();
}

export async function restoreInteraction(scope: AccountScope, db: Db, id: InteractionId): Promise<void> {
  await db
    .updateTable('interactions')
    .set({ deleted_at: null, deleted_by: null, delete_reason: null })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .execute();
}
