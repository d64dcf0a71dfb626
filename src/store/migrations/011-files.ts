import { type Kysely, sql } from 'kysely';
import { grant } from './application-role.ts';

/**
 * Files that were uploaded in sessions: kept with their session, whether an answer names them or not, and erased with it.
 * Their bytes are pressed already, as photos and documents are, so the database is told not to try.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table files (
      account_id text collate "C" not null,
      session_id text collate "C" not null,
      id text collate "C" not null,
      name text not null,
      type text not null,
      size integer not null,
      sha256 text not null,
      bytes bytea not null,
      uploaded_at bigint not null,
      uploaded_by text collate "C" not null,
      primary key (account_id, session_id, id),
      unique (account_id, session_id, sha256, name),
      foreign key (account_id, session_id) references sessions (account_id, id) on delete cascade
    );
    alter table files alter column bytes set storage external;
  `.execute(db);
  await grant(db, 'files', 'select, insert, delete');
}
