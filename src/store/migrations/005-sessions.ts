import { type Kysely, sql } from 'kysely';
import { ALL_RIGHTS, grant, grantCall } from './application-role.ts';

/**
 * Sessions: a head that is written again at each step, and the log of all steps.
 *
 * No index of `sessions` holds a column that every step changes, and its pages keep room, so that a step rewrites the
 * row within its page and touches no index.
 *
 * `session_steps` is divided by ranges of session ids, which sort by the time a session started. All steps of a session
 * lie in one part, so keys that are unique in a part are unique altogether. They need no foreign key: a step is only
 * written by the statement that moves its session's head.
 *
 * `xact` is the number of the writing transaction: what is older than every running transaction never changes again,
 * which makes it a cursor that skips nothing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sessions (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      id text collate "C" not null,
      interaction_id text collate "C" not null,
      version_number integer not null,
      content_hash text collate "C" not null,
      kind text not null check (kind in ('live', 'test', 'practice', 'demo')),
      client text not null,
      channel text,
      language text not null,
      user_id text collate "C",
      team_id text collate "C",
      customer_key text,
      started_at bigint not null,
      seq integer not null,
      status text not null,
      element text collate "C",
      state json not null,
      last_at bigint not null,
      ended_at bigint,
      outcome text,
      expires_at bigint,
      dimensions jsonb not null default '{}',
      primary key (account_id, id),
      foreign key (account_id, interaction_id, version_number)
        references versions (account_id, interaction_id, number)
    ) with (fillfactor = 70);
    create index sessions_interaction on sessions (account_id, interaction_id, id);
    create index sessions_open on sessions (account_id, id) where ended_at is null;
    create index sessions_user on sessions (account_id, user_id, id) where user_id is not null;
    create index sessions_customer on sessions (account_id, customer_key, id) where customer_key is not null;

    create table session_steps (
      account_id text collate "C" not null,
      session_id text collate "C" not null,
      seq integer not null,
      command_id text collate "C" not null,
      actor text collate "C" not null,
      at bigint not null,
      events json not null,
      xact bigint not null default (pg_current_xact_id()::text::bigint),
      primary key (account_id, session_id, seq),
      unique (account_id, session_id, command_id)
    ) partition by range (session_id);
    create index session_steps_xact on session_steps (xact);
    create table session_steps_rest partition of session_steps default;

    -- The application may not make tables, only parts of this one. False: there is one already, or rows of its range
    -- have gone to the rest, where they are found as well.
    create function make_step_partition(part text, low text, high text) returns boolean
    language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      if part !~ '^session_steps_[0-9]{4}_[0-9]{2}$' then
        raise exception 'not a part of session_steps: %', part;
      end if;
      perform pg_advisory_xact_lock(hashtext('make_step_partition'));
      if to_regclass(part) is not null then
        return false;
      end if;
      execute format('create table %I partition of session_steps for values from (%L) to (%L)', part, low, high);
      return true;
    exception when check_violation then
      return false;
    end $$;
  `.execute(db);
  await grant(db, 'sessions', ALL_RIGHTS);
  await grant(db, 'session_steps', 'select, insert, delete');
  await grantCall(db, 'make_step_partition(text, text, text)');
}
