import { type Kysely, sql } from 'kysely';

/**
 * The same content may be published as a further version where what it ran before was not fit and is mended: a version keeps
 * the versions of others that it runs for ever.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index versions_content on versions (account_id, interaction_id, content_hash);
    alter table versions drop constraint versions_account_id_interaction_id_content_hash_key;
  `.execute(db);
}
