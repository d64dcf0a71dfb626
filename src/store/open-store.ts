import type pg from 'pg';
import { ok, type Result } from '#prelude/result.ts';
import { connectionPool, type Db, preparedPool, typedQueries } from './connect.ts';
import type { OnProgress, StartProblem } from './embedded/start-problem.ts';
import { migrate } from './migrations/migrate.ts';
import { type DatabasePlace, openDatabase } from './open-database.ts';

/** A database that is up to date, and the connections to it. */
export interface Store {
  readonly db: Db;
  readonly pool: pg.Pool;
  /** For the few statements that every request needs: see `preparedPool`. */
  readonly prepared: pg.Pool;
  /** Ends the connections, and the server where it is our own. */
  close(): Promise<void>;
}

/** Opens the database and brings it up to date. */
export async function openStore(
  place: DatabasePlace,
  onProgress: OnProgress = () => {},
): Promise<Result<Store, StartProblem>> {
  const opened = await openDatabase(place, onProgress);
  if (!opened.ok) return opened;
  const database = opened.value;
  const lost = (error: Error) => onProgress({ kind: 'connection-lost', reason: error.message });
  await migrateAs(database.owner, onProgress, lost);
  const pool = connectionPool(database.application, lost);
  const prepared = preparedPool(database.application, lost);
  const db = typedQueries(pool);
  return ok({
    db,
    pool,
    prepared,
    async close() {
      await prepared.end();
      await db.destroy();
      await database.close();
    },
  });
}

async function migrateAs(owner: pg.PoolConfig, onProgress: OnProgress, lost: (error: Error) => void): Promise<void> {
  const pool = connectionPool(owner, lost);
  try {
    for (const migration of await migrate(pool)) onProgress({ kind: 'migrated', migration });
  } finally {
    await pool.end();
  }
}
