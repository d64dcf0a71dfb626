import { sql } from 'kysely';
import type { FolderId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

export type NewFolder = Pick<Row<'folders'>, 'id' | 'parent_id' | 'name' | 'created_at' | 'created_by'>;

/** @returns false when the parent folder has one of this name already */
export async function insertFolder(scope: AccountScope, db: Db, folder: NewFolder): Promise<boolean> {
  const inserted = await db
    .insertInto('folders')
    .values({ ...folder, account_id: scope.account })
    .onConflict((conflict) => conflict.expression(sql`account_id, coalesce(parent_id, ''), lower(name)`).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export function listFolders(scope: AccountScope, db: Db): Promise<Row<'folders'>[]> {
  return db.selectFrom('folders').selectAll().where('account_id', '=', scope.account).orderBy('name').execute();
}

export function findFolder(scope: AccountScope, db: Db, id: FolderId): Promise<Row<'folders'> | undefined> {
  return db
    .selectFrom('folders')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Renames, moves or sets up a folder. A name that is taken in its parent is a unique violation. */
export async function updateFolder(
  scope: AccountScope,
  db: Db,
  id: FolderId,
  changes: { readonly name?: string; readonly parent_id?: FolderId | null; readonly settings?: JsonObject },
): Promise<void> {
  const { settings, ...plain } = changes;
  await db
    .updateTable('folders')
    .set({ ...plain, ...(settings === undefined ? {} : { settings: JSON.stringify(settings) }) })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .execute();
}

/** @returns false when something is in the folder, or it is not there */
export async function deleteEmptyFolder(scope: AccountScope, db: Db, id: FolderId): Promise<boolean> {
  const deleted = await db
    .deleteFrom('folders')
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('folders as child')
            .select('child.id')
            .where('child.account_id', '=', scope.account)
            .where('child.parent_id', '=', id),
        ),
      ),
    )
    .where((where) =>
      where.not(
        where.exists(
          where
            .selectFrom('interactions')
            .select('interactions.id')
            .where('interactions.account_id', '=', scope.account)
            .where('interactions.folder_id', '=', id),
        ),
      ),
    )
    .returning('folders.id')
    .executeTakeFirst();
  return deleted !== undefined;
}
