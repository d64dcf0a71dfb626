import { sql } from 'kysely';
import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { VersionStatus } from '../tables.ts';

/** A version in whose file a word stands between quotes, somewhere. */
export interface NamingVersion {
  readonly interaction_id: InteractionId;
  readonly name: string;
  readonly trashed: boolean;
  readonly number: number;
  readonly status: VersionStatus;
  readonly bytes: string;
}

/** Files are large: so many are in memory at once. */
const PAGE = 20;

/**
 * Versions that may refer to something called `word`, retired and deleted ones left out: a rough choice for whoever
 * then reads their files. A file can also write a letter as `\u0063`.
 */
export async function* versionsNaming(scope: AccountScope, db: Db, word: string): AsyncGenerator<NamingVersion> {
  let after = { interaction: '', number: 0 };
  for (;;) {
    const { rows } = await sql<NamingVersion>`
      select v.interaction_id, i.name, i.deleted_at is not null as trashed, v.number, v.status, v.bytes
      from versions v
      join interactions i on i.account_id = v.account_id and i.id = v.interaction_id
      where v.account_id = ${scope.account} and v.deleted_at is null and v.status <> 'retired'
        and (v.interaction_id, v.number) > (${after.interaction}, ${after.number})
        and (strpos(v.bytes, ${`"${word}"`}) > 0 or strpos(v.bytes, ${'\\u'}) > 0)
      order by v.interaction_id, v.number limit ${PAGE}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = { interaction: last.interaction_id, number: last.number };
  }
}

/** A working copy in whose document a word stands, somewhere. */
export interface NamingCopy {
  readonly id: string;
  readonly name: string;
  readonly interaction_id: InteractionId;
}

/** The same of working copies, whose documents hold texts as UTF-8. */
export async function workingCopiesNaming(scope: AccountScope, db: Db, word: string): Promise<NamingCopy[]> {
  const bytes = Buffer.from(word, 'utf8');
  const { rows } = await sql<NamingCopy>`
    select c.id, c.name, c.interaction_id from working_copies c
    where c.account_id = ${scope.account} and c.deleted_at is null
      and (position(${bytes}::bytea in coalesce(c.snapshot, ''::bytea)) > 0 or exists (
        select from working_copy_updates u
        where u.account_id = c.account_id and u.working_copy_id = c.id and position(${bytes}::bytea in u.bytes) > 0))
    order by c.id`.execute(db);
  return rows;
}
