import { type Kysely, sql } from 'kysely';
import { ALL_RIGHTS, grant } from './application-role.ts';

/**
 * The outbox: what steps asked the world outside for. A row is written by the very statement that writes its step, so
 * that nothing is asked for which was not decided, and nothing decided is forgotten.
 *
 * A row is taken by one worker at a time, until a moment: whoever dies with it loses it then, and another performs it
 * once more, under the same key. `home` is the process that alone holds secrets which the request needs.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table effects (
      account_id text collate "C" not null,
      session_id text collate "C" not null,
      effect text not null,
      interaction_id text collate "C" not null,
      element text collate "C" not null,
      kind text not null,
      event text,
      request json not null,
      home text,
      requested_at bigint not null,
      due_at bigint,
      taken_until bigint,
      attempts integer not null default 0,
      finished_at bigint,
      result text,
      code text,
      primary key (account_id, session_id, effect),
      foreign key (account_id, session_id) references sessions (account_id, id) on delete cascade
    );
    create index effects_due on effects (due_at) where finished_at is null and due_at is not null;
    create index effects_finished on effects (finished_at) where finished_at is not null;
  `.execute(db);
  await grant(db, 'effects', ALL_RIGHTS);
}
