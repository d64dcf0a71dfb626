import { Kysely, PostgresDialect } from 'kysely';
import { Migrator } from 'kysely/migration';
import type pg from 'pg';
import { MIGRATIONS } from './migrations.ts';

/**
 * Brings a database up to date. Any number of processes may do so at once: one works, the others wait for it.
 *
 * @param pool connections as the owner of the tables; stays open
 * @returns the names of the migrations that ran
 */
export async function migrate(pool: pg.Pool): Promise<readonly string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results?.find((result) => result.status === 'Error');
    throw new Error(`The database could not be brought up to date${failed ? ` (${failed.migrationName})` : ''}`, {
      cause: error,
    });
  }
  return (results ?? []).map((result) => result.migrationName);
}
