import { type Kysely, sql } from 'kysely';
import { ALL_RIGHTS, grant } from './application-role.ts';

/** Interactions in their folders, their immutable versions, and what went live when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table folders (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      id text collate "C" not null,
      parent_id text collate "C",
      name text not null,
      settings jsonb not null default '{}',
      created_at bigint not null,
      created_by text collate "C" not null,
      primary key (account_id, id),
      foreign key (account_id, parent_id) references folders (account_id, id)
    );
    create unique index folders_name on folders (account_id, coalesce(parent_id, ''), lower(name));

    create table interactions (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      id text collate "C" not null,
      name text not null,
      description text not null,
      folder_id text collate "C",
      live_version integer,
      created_at bigint not null,
      created_by text collate "C" not null,
      modified_at bigint not null,
      modified_by text collate "C" not null,
      deleted_at bigint,
      deleted_by text collate "C",
      delete_reason text,
      primary key (account_id, id),
      foreign key (account_id, folder_id) references folders (account_id, id)
    );

    create table versions (
      account_id text collate "C" not null,
      interaction_id text collate "C" not null,
      number integer not null,
      content_hash text collate "C" not null,
      whole_hash text collate "C" not null,
      bytes text not null,
      status text not null
        check (status in ('draft', 'in-review', 'changes-requested', 'approved', 'live', 'retired')),
      name text not null,
      note text not null,
      clients text[] not null,
      answers text[] not null,
      problems jsonb not null,
      published_at bigint not null,
      published_by text collate "C" not null,
      status_at bigint not null,
      status_by text collate "C" not null,
      deleted_at bigint,
      deleted_by text collate "C",
      primary key (account_id, interaction_id, number),
      unique (account_id, interaction_id, content_hash),
      foreign key (account_id, interaction_id) references interactions (account_id, id) on delete cascade
    );
    alter table interactions
      add foreign key (account_id, id, live_version) references versions (account_id, interaction_id, number);

    create table releases (
      account_id text collate "C" not null,
      interaction_id text collate "C" not null,
      id text collate "C" not null,
      version_number integer,
      previous_number integer,
      kind text not null check (kind in ('live', 'roll-back', 'withdraw', 'emergency')),
      reason text not null,
      note text not null,
      released_at bigint not null,
      released_by text collate "C" not null,
      primary key (account_id, interaction_id, id),
      foreign key (account_id, interaction_id) references interactions (account_id, id) on delete cascade
    );
  `.execute(db);
  await grant(db, 'folders', ALL_RIGHTS);
  await grant(db, 'interactions', ALL_RIGHTS);
  await grant(db, 'releases', 'select, insert, delete');
  // What a published version contains can never be replaced: only these columns can be written again.
  const changeable = 'status, name, note, clients, answers, problems, status_at, status_by, deleted_at, deleted_by';
  await grant(db, 'versions', `select, insert, delete, update (${changeable})`);
}
