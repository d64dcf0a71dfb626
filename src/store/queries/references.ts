import { sql } from 'kysely';
import type { ContentHash, InteractionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { VersionStatus } from '../tables.ts';

/** A version in whose file some words stand, somewhere. */
export interface NamingVersion {
  readonly interaction_id: InteractionId;
  /** The name of the Interaction. */
  readonly name: string;
  readonly trashed: boolean;
  readonly number: number;
  readonly status: VersionStatus;
  readonly content_hash: ContentHash;
}

/** How a file writes a letter as a number: such a file is chosen, whatever words are looked for. */
const ESCAPE = '\\u';

/**
 * Versions whose files hold the words, retired and deleted ones left out, by the name of their Interaction and the
 * newest first: a rough choice for whoever then reads their files.
 */
export async function versionsNaming(scope: AccountScope, db: Db, words: string): Promise<NamingVersion[]> {
  const { rows } = await sql<NamingVersion>`
    select v.interaction_id, i.name, i.deleted_at is not null as trashed, v.number, v.status, v.content_hash
    from versions v
    join interactions i on i.account_id = v.account_id and i.id = v.interaction_id
    where v.account_id = ${scope.account} and v.deleted_at is null and v.status <> 'retired' and i.emptied_at is null
      and (strpos(v.bytes, ${words}) > 0 or strpos(v.bytes, ${ESCAPE}) > 0)
    order by lower(i.name), v.interaction_id, v.number desc`.execute(db);
  return rows;
}

/** A working copy in whose document the words stand, somewhere. */
export interface NamingCopy {
  readonly id: string;
  readonly name: string;
  readonly interaction_id: InteractionId;
  /** Of the Interaction; that of the copy where it was never published. */
  readonly interaction_name: string;
  readonly trashed: boolean;
}

/** The same of working copies, whose documents hold texts as UTF-8. */
export async function workingCopiesNaming(scope: AccountScope, db: Db, words: string): Promise<NamingCopy[]> {
  const bytes = Buffer.from(words, 'utf8');
  const { rows } = await sql<NamingCopy>`
    select c.id, c.name, c.interaction_id, coalesce(i.name, c.name) as interaction_name, i.deleted_at is not null as trashed
    from working_copies c
    left join interactions i on i.account_id = c.account_id and i.id = c.interaction_id
    where c.account_id = ${scope.account} and c.deleted_at is null
      and (position(${bytes}::bytea in coalesce(c.snapshot, ''::bytea)) > 0 or exists (
        select from working_copy_updates u
        where u.account_id = c.account_id and u.working_copy_id = c.id and position(${bytes}::bytea in u.bytes) > 0))
    order by lower(coalesce(i.name, c.name)), c.id`.execute(db);
  return rows;
}
