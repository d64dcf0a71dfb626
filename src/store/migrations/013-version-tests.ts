import { type Kysely, sql } from 'kysely';
import { grant } from './application-role.ts';

/** How the tests in a version's file ended when it was published; null where that was before anybody ran them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table versions add column tests jsonb`.execute(db);
  await grant(db, 'versions', 'update (tests)');
}
