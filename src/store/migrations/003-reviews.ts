import { type Kysely, sql } from 'kysely';
import { ALL_RIGHTS, grant } from './application-role.ts';

/** Reviews of versions with their decisions, comments, and wishes to improve. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table reviews (
      account_id text collate "C" not null,
      id text collate "C" not null,
      interaction_id text collate "C" not null,
      version_number integer not null,
      content_hash text collate "C" not null,
      reviewers text[] not null,
      note text not null,
      requested_at bigint not null,
      requested_by text collate "C" not null,
      closed_at bigint,
      primary key (account_id, id),
      foreign key (account_id, interaction_id, version_number)
        references versions (account_id, interaction_id, number) on delete cascade
    );
    create index reviews_version on reviews (account_id, interaction_id, version_number);
    create index reviews_open on reviews (account_id, requested_at) where closed_at is null;

    create table review_decisions (
      account_id text collate "C" not null,
      review_id text collate "C" not null,
      id text collate "C" not null,
      decision text not null check (decision in ('approve', 'request-changes')),
      reason text not null,
      decided_at bigint not null,
      decided_by text collate "C" not null,
      primary key (account_id, review_id, id),
      foreign key (account_id, review_id) references reviews (account_id, id) on delete cascade
    );

    create table comments (
      account_id text collate "C" not null,
      id text collate "C" not null,
      interaction_id text collate "C" not null,
      parent_id text collate "C",
      element text collate "C",
      version_number integer,
      session_id text collate "C",
      text text not null,
      author text collate "C" not null,
      created_at bigint not null,
      edited_at bigint,
      resolved_at bigint,
      resolved_by text collate "C",
      primary key (account_id, id),
      foreign key (account_id, interaction_id) references interactions (account_id, id) on delete cascade,
      foreign key (account_id, parent_id) references comments (account_id, id) on delete cascade
    );
    create index comments_interaction on comments (account_id, interaction_id, id);
    create index comments_parent on comments (account_id, parent_id) where parent_id is not null;

    create table change_requests (
      account_id text collate "C" not null,
      id text collate "C" not null,
      interaction_id text collate "C" not null,
      element text collate "C",
      version_number integer,
      period_from bigint,
      period_to bigint,
      wish text not null,
      figures jsonb not null,
      goal jsonb,
      sessions text[] not null,
      owner text collate "C",
      status text not null check (status in ('open', 'planned', 'done', 'declined')),
      created_at bigint not null,
      created_by text collate "C" not null,
      modified_at bigint not null,
      closed_at bigint,
      closed_by_version integer,
      effect jsonb,
      primary key (account_id, id),
      foreign key (account_id, interaction_id) references interactions (account_id, id) on delete cascade
    );
    create index change_requests_interaction on change_requests (account_id, interaction_id, id);
  `.execute(db);
  await grant(db, 'reviews', ALL_RIGHTS);
  await grant(db, 'review_decisions', 'select, insert, delete');
  await grant(db, 'comments', ALL_RIGHTS);
  await grant(db, 'change_requests', ALL_RIGHTS);
}
