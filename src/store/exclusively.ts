import { sql } from 'kysely';
import type { Db } from './connect.ts';

/**
 * Does work that only one server process may do at a time.
 *
 * @returns false, without doing it, while another process is at it
 */
export function exclusively(db: Db, name: string, work: () => Promise<void>): Promise<boolean> {
  // The transaction writes nothing; it ends the lock even if this process does not live to end it.
  return db.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) as held`.execute(transaction);
    if (rows[0]?.held !== true) return false;
    await work();
    return true;
  });
}
