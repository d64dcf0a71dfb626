import { type Kysely, sql } from 'kysely';
import { ALL_RIGHTS, grant } from './application-role.ts';

/**
 * Tenants, the people who sign in, and what the people are in each account.
 *
 * For this and all later tables: ids are text made by us and sort by time, byte by byte on every server (`collate "C"`);
 * a moment (`…_at`) is a whole number of milliseconds since 1970-01-01T00:00:00Z; all keys begin with `account_id`.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table accounts (
      id text collate "C" primary key,
      name text not null,
      settings jsonb not null default '{}',
      created_at bigint not null
    );

    create table users (
      id text collate "C" primary key,
      email text not null,
      name text not null,
      password_hash text,
      system_administrator boolean not null default false,
      created_at bigint not null,
      disabled_at bigint
    );
    create unique index users_email on users (lower(email));

    create table sign_ins (
      token_hash text collate "C" primary key,
      user_id text collate "C" not null references users (id) on delete cascade,
      client text not null,
      created_at bigint not null,
      seen_at bigint not null,
      expires_at bigint not null
    );
    create index sign_ins_user on sign_ins (user_id);

    create table memberships (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      user_id text collate "C" not null,
      roles text[] not null,
      created_at bigint not null,
      disabled_at bigint,
      primary key (account_id, user_id)
    );
    create index memberships_user on memberships (user_id);

    create table teams (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      id text collate "C" not null,
      name text not null,
      created_at bigint not null,
      primary key (account_id, id)
    );
    create unique index teams_name on teams (account_id, lower(name));

    create table team_members (
      account_id text collate "C" not null,
      team_id text collate "C" not null,
      user_id text collate "C" not null,
      primary key (account_id, team_id, user_id),
      foreign key (account_id, team_id) references teams (account_id, id) on delete cascade,
      foreign key (account_id, user_id) references memberships (account_id, user_id) on delete cascade
    );
    create index team_members_user on team_members (account_id, user_id);

    create table api_keys (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      id text collate "C" not null,
      name text not null,
      key_hash text not null,
      roles text[] not null,
      created_by text collate "C" not null,
      created_at bigint not null,
      expires_at bigint,
      used_at bigint,
      revoked_at bigint,
      primary key (account_id, id)
    );
  `.execute(db);
  for (const table of ['accounts', 'users', 'sign_ins', 'memberships', 'teams', 'team_members', 'api_keys']) {
    await grant(db, table, ALL_RIGHTS);
  }
}
