import { type Kysely, sql } from 'kysely';
import { ALL_RIGHTS, grant } from './application-role.ts';

/**
 * Ways to outside systems and the mail server, by account. What is secret stands apart, sealed by the server: the
 * database never sees it. Which keys it was sealed with is known by their names.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table connections (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      key text collate "C" not null,
      name text not null,
      kind text not null check (kind in ('http')),
      live jsonb,
      live_secret text,
      test jsonb,
      test_secret text,
      created_at bigint not null,
      created_by text collate "C" not null,
      modified_at bigint not null,
      modified_by text collate "C" not null,
      primary key (account_id, key)
    );

    create table mail_settings (
      account_id text collate "C" primary key references accounts (id) on delete cascade,
      settings jsonb not null,
      password text,
      modified_at bigint not null,
      modified_by text collate "C" not null
    );

    create table secret_keys (
      id text collate "C" primary key,
      first_used_at bigint not null
    );
  `.execute(db);
  await grant(db, 'connections', ALL_RIGHTS);
  await grant(db, 'mail_settings', ALL_RIGHTS);
  await grant(db, 'secret_keys', 'select, insert, delete');
}
