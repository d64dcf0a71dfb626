import { connect } from 'node:net';
import type pg from 'pg';
import { inject } from 'vitest';
import { connectionPool, type Db, preparedPool, typedQueries } from '#store/connect.ts';
import { OWNER_ROLE } from '#store/embedded/cluster.ts';
import { APPLICATION_ROLE } from '#store/migrations/application-role.ts';
import type { TestDatabasePlace } from './test-server.ts';

/** A database of one's own, dropped when its block is left (`await using`) or by `drop`. */
export interface FreshDatabase extends AsyncDisposable {
  /** Queries as the application. */
  readonly db: Db;
  readonly pool: pg.Pool;
  /** For statements that every request needs. */
  readonly prepared: pg.Pool;
  /** For more connections as the application: another server process, say. */
  readonly application: pg.PoolConfig;
  /** For connections as the owner of the tables. */
  readonly owner: pg.PoolConfig;
  drop(): Promise<void>;
}

/**
 * A migrated database that nobody else uses, in some fifty milliseconds.
 *
 * ```ts
 * let database: FreshDatabase;
 * beforeAll(async () => { database = await freshDatabase(); });
 * afterAll(() => database.drop());
 * ```
 */
export async function freshDatabase(): Promise<FreshDatabase> {
  return open('migrated');
}

/** A database with nothing in it, not even tables. */
export async function emptyDatabase(): Promise<FreshDatabase> {
  return open('empty');
}

async function open(kind: 'migrated' | 'empty'): Promise<FreshDatabase> {
  const place = await ask<TestDatabasePlace>(kind);
  const application = { ...place, user: APPLICATION_ROLE };
  const pool = connectionPool(application, () => {});
  const prepared = preparedPool(application, () => {});
  const db = typedQueries(pool);
  const drop = async () => {
    await prepared.end();
    await db.destroy();
    await ask(`drop ${place.database}`);
  };
  return { db, pool, prepared, application, owner: { ...place, user: OWNER_ROLE }, drop, [Symbol.asyncDispose]: drop };
}

function ask<T>(question: string): Promise<T> {
  return new Promise((resolve, reject) => {
    let said = '';
    const socket = connect(inject('databaseDesk'), () => socket.write(`${question}\n`));
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      said += text;
    });
    socket.on('error', reject);
    socket.on('end', () => {
      const answer: { value: T } | { error: string } = JSON.parse(said);
      if ('error' in answer) reject(new Error(answer.error));
      else resolve(answer.value);
    });
  });
}
