import { type Kysely, sql } from 'kysely';

/**
 * The role as which the server works: it reads and writes rows, and can neither alter nor drop a table.
 * Migrations run as the owner and grant it what each table needs.
 */
export const APPLICATION_ROLE = 'waymark_app';

/** Everything that can be done with rows. */
export const ALL_RIGHTS = 'select, insert, update, delete';

/** Grants rights on a table, where the role exists (an outside database may not let us make it). */
export async function grant(db: Kysely<unknown>, table: string, rights: string): Promise<void> {
  if (!(await hasRole(db))) return;
  await sql`grant ${sql.raw(rights)} on ${sql.table(table)} to ${sql.id(APPLICATION_ROLE)}`.execute(db);
}

/** Lets the application, where its role exists, and nobody else call a function. */
export async function grantCall(db: Kysely<unknown>, signature: string): Promise<void> {
  await sql`revoke all on function ${sql.raw(signature)} from public`.execute(db);
  if (!(await hasRole(db))) return;
  await sql`grant execute on function ${sql.raw(signature)} to ${sql.id(APPLICATION_ROLE)}`.execute(db);
}

async function hasRole(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql`select 1 from pg_roles where rolname = ${APPLICATION_ROLE}`.execute(db);
  return rows.length > 0;
}
