import { type Kysely, sql } from 'kysely';
import { ALL_RIGHTS, grant } from './application-role.ts';

/**
 * Unpublished content as Yjs documents: a snapshot and the updates since. Every update is a row of its own, so that two
 * server processes never overwrite each other's edits.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table working_copies (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      id text collate "C" not null,
      interaction_id text collate "C" not null,
      name text not null,
      based_on integer,
      snapshot bytea,
      created_at bigint not null,
      created_by text collate "C" not null,
      modified_at bigint not null,
      modified_by text collate "C" not null,
      deleted_at bigint,
      primary key (account_id, id)
    );
    create index working_copies_interaction on working_copies (account_id, interaction_id);

    create table working_copy_updates (
      account_id text collate "C" not null,
      working_copy_id text collate "C" not null,
      id text collate "C" not null,
      bytes bytea not null,
      made_at bigint not null,
      made_by text collate "C" not null,
      primary key (account_id, working_copy_id, id),
      foreign key (account_id, working_copy_id) references working_copies (account_id, id) on delete cascade
    );
  `.execute(db);
  await grant(db, 'working_copies', ALL_RIGHTS);
  await grant(db, 'working_copy_updates', 'select, insert, delete');
}
