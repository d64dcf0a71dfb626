import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';
import type { Act } from './interactions.ts';

export type NewComment = Omit<
  Row<'comments'>,
  'account_id' | 'edited_at' | 'resolved_at' | 'resolved_by' | 'author' | 'created_at'
>;

export async function insertComment(scope: AccountScope, db: Db, comment: NewComment, act: Act): Promise<void> {
  await db
    .insertInto('comments')
    .values({ ...comment, account_id: scope.account, author: act.by, created_at: act.at })
    .execute();
}

/** Comments and their answers, oldest first: all of an Interaction, or those on one version. */
export function listComments(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  version?: number,
): Promise<Row<'comments'>[]> {
  let query = db
    .selectFrom('comments')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction);
  if (version !== undefined) query = query.where('version_number', '=', version);
  return query.orderBy('id').execute();
}

export function findComment(scope: AccountScope, db: Db, id: string): Promise<Row<'comments'> | undefined> {
  return db
    .selectFrom('comments')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Resolves a thread, or opens it again with `null`. */
export async function resolveComment(scope: AccountScope, db: Db, id: string, act: Act | null): Promise<void> {
  await db
    .updateTable('comments')
    .set({ resolved_at: act?.at ?? null, resolved_by: act?.by ?? null })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .execute();
}

/** Deletes a comment with its answers. */
export async function deleteComment(scope: AccountScope, db: Db, id: string): Promise<void> {
  await db.deleteFrom('comments').where('account_id', '=', scope.account).where('id', '=', id).execute();
}
