import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** The database, or a transaction in it: every query function takes either. */
export type Db = Kysely<Tables>;

const INT8 = 20;

/** Whole numbers of 64 bits are moments, counts and transaction numbers here: all far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (Number(oid) === INT8 && format !== 'binary') return wholeNumber;
    return pg.types.getTypeParser(oid, format);
  },
};

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`The database holds a number that is too large: ${text}`);
  return value;
}

/**
 * A pool of connections. Those that break while nobody uses them (the server was stopped) are replaced when needed;
 * `onLost` hears of it.
 */
export function connectionPool(config: pg.PoolConfig, onLost: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ ...config, types });
  pool.on('error', onLost);
  // One that breaks while somebody has it, between two statements of a transaction, tells its holder at the next one; without
  // anybody who hears it now, the whole process would end.
  pool.on('connect', (client) => void client.on('error', () => {}));
  return pool;
}

/** Connections for prepared statements: one for each kind, and some for accounts that write at the same time. */
const PREPARED_CONNECTIONS = 8;
/** Seconds after which one is made anew, and its plans with it: which key serves best shows as tables grow. */
const PREPARED_LIFETIME = 60;
/**
 * Milliseconds after which a statement is given up with its connection: a database that has silently gone, as behind a
 * broken line, would be waited for by the quarter of an hour. Nowhere else, since a transaction that is given up here may
 * still be open there.
 */
const PREPARED_PATIENCE = 10_000;

/**
 * What PostgreSQL may not choose: a plan for the values of one run, since to plan costs more than to run; and to read a whole
 * table, since the plan stays when the table has grown.
 */
const KEYS_ONLY = `
set plan_cache_mode = force_generic_plan;
set enable_seqscan = off; set enable_hashjoin = off; set enable_mergejoin = off`;

/**
 * A pool for few statements that are prepared, run by the thousand, and look up rows by their keys: however large a table
 * is, and however small it was when the statement was first run. Others have no place here.
 */
export function preparedPool(config: pg.PoolConfig, onLost: (error: Error) => void): pg.Pool {
  return connectionPool(
    {
      query_timeout: PREPARED_PATIENCE,
      ...config,
      max: PREPARED_CONNECTIONS,
      idleTimeoutMillis: 0,
      maxLifetimeSeconds: PREPARED_LIFETIME,
      // Before anybody gets it.
      verify: (client, done) => client.query(KEYS_ONLY, (error) => done(error)),
    },
    onLost,
  );
}

/** Typed queries over a pool. Destroying it ends the pool. */
export function typedQueries(pool: pg.Pool): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
