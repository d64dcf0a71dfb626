import { type Kysely, sql } from 'kysely';

/** When an Interaction was taken out of the trash for good; its row stays where sessions that reports tell of need it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table interactions add column emptied_at bigint`.execute(db);
}
