import { type Kysely, sql } from 'kysely';
import { ALL_RIGHTS, grant } from './application-role.ts';

/** What all Interactions of an account share: values that they read, and the outcomes that they give. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account_values (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      key text collate "C" not null,
      label text not null,
      description text not null,
      type text not null,
      live json not null,
      test json,
      revision integer not null,
      changed_at bigint not null,
      changed_by text collate "C" not null,
      primary key (account_id, key)
    );

    create table outcomes (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      key text collate "C" not null,
      label json not null,
      kind text not null,
      place integer not null,
      retired_at bigint,
      merged_into text collate "C",
      revision integer not null,
      primary key (account_id, key)
    );

    create index sessions_outcome on sessions (account_id, outcome) where outcome is not null;
  `.execute(db);
  await grant(db, 'account_values', ALL_RIGHTS);
  await grant(db, 'outcomes', ALL_RIGHTS);
}
