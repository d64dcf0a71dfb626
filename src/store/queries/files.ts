import { sql } from 'kysely';
import type { FileValue } from '#contract/file-value.ts';
import type { SessionId } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

export type NewFile = Omit<Row<'files'>, 'account_id' | 'session_id'>;

/**
 * Keeps a file with its session. The same bytes under the same name are kept once, so that an upload may be repeated.
 *
 * @returns the file as it is kept, or nothing where the session has as many as it may
 */
export async function insertFile(
  scope: AccountScope,
  db: Db,
  session: SessionId,
  file: NewFile,
): Promise<FileValue | undefined> {
  const { rows } = await sql<FileValue>`
    with kept as (
      select id, name, type, size from files
      where account_id = ${scope.account} and session_id = ${session}
        and sha256 = ${file.sha256} and name = ${file.name}
    ), added as (
      insert into files (account_id, session_id, id, name, type, size, sha256, bytes, uploaded_at, uploaded_by)
      select ${scope.account}, ${session}, ${file.id}, ${file.name}, ${file.type}, ${file.size}, ${file.sha256},
        ${file.bytes}, ${file.uploaded_at}, ${file.uploaded_by}
      where not exists (select from kept) and (
        select count(*) from files where account_id = ${scope.account} and session_id = ${session}
      ) < ${LIMITS.sessionFiles}
      on conflict do nothing
      returning id, name, type, size
    )
    select id, name, type, size from kept union all select id, name, type, size from added`.execute(db);
  return rows[0];
}

/** What is kept of a session, without the bytes. */
export function listFiles(scope: AccountScope, db: Db, session: SessionId): Promise<FileValue[]> {
  return db
    .selectFrom('files')
    .select(['id', 'name', 'type', 'size'])
    .where('account_id', '=', scope.account)
    .where('session_id', '=', session)
    .execute();
}

/** One file with its bytes. */
export function findFile(
  scope: AccountScope,
  db: Db,
  session: SessionId,
  id: string,
): Promise<(FileValue & { readonly bytes: Uint8Array }) | undefined> {
  return db
    .selectFrom('files')
    .select(['id', 'name', 'type', 'size', 'bytes'])
    .where('account_id', '=', scope.account)
    .where('session_id', '=', session)
    .where('id', '=', id)
    .executeTakeFirst();
}
