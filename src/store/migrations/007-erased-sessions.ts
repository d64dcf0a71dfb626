import { type Kysely, sql } from 'kysely';
import { grant } from './application-role.ts';

/** Which sessions were erased: for the copies that reports are made from, which must forget them too. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table erased_sessions (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      session_id text collate "C" not null,
      erased_at bigint not null,
      xact bigint not null default (pg_current_xact_id()::text::bigint),
      primary key (account_id, session_id)
    );
    create index erased_sessions_xact on erased_sessions (xact);
  `.execute(db);
  await grant(db, 'erased_sessions', 'select, insert, delete');
}
