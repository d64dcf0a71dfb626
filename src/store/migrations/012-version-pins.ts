import { type Kysely, sql } from 'kysely';
import { grant } from './application-role.ts';

/** Which version of another Interaction a version runs: chosen when it is published, and never changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table version_pins (
      account_id text collate "C" not null,
      interaction_id text collate "C" not null,
      number integer not null,
      callee_id text collate "C" not null,
      callee_number integer not null,
      primary key (account_id, interaction_id, number, callee_id),
      foreign key (account_id, interaction_id, number)
        references versions (account_id, interaction_id, number) on delete cascade,
      foreign key (account_id, callee_id, callee_number) references versions (account_id, interaction_id, number)
    );
    create index version_pins_callee on version_pins (account_id, callee_id, callee_number);
  `.execute(db);
  await grant(db, 'version_pins', 'select, insert, delete');
}
