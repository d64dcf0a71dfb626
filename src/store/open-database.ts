import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { fail, ok, type Result } from '#prelude/result.ts';
import { OWNER_ROLE } from './embedded/cluster.ts';
import { startEmbeddedServer } from './embedded/server.ts';
import { codeOf, messageOf, type OnProgress, type StartProblem } from './embedded/start-problem.ts';
import { APPLICATION_ROLE } from './migrations/application-role.ts';

export type DatabasePlace =
  /** A server of our own, in the folder `postgres` of the data folder. */
  | { readonly dataFolder: string }
  /**
   * An outside PostgreSQL, shared by any number of Waymark processes. Its user must own the database, or may at least
   * make tables in the schema `public`. If it may make roles too (`createrole`), or an administrator has made the role
   * `waymark_app` and granted it to the user, the server works as that role, which can neither alter nor drop.
   */
  | { readonly databaseUrl: string };

/** How to connect to a database that is there. */
export interface OpenDatabase {
  /** As the owner of the tables: for migrations only. */
  readonly owner: pg.PoolConfig;
  /** As a role that can neither alter nor drop. */
  readonly application: pg.PoolConfig;
  /** False where an outside database let us make no second role: then both are the same. */
  readonly twoRoles: boolean;
  /** Stops the server, if it is our own. */
  close(): Promise<void>;
}

const DATABASE = 'waymark';
const OLDEST_VERSION = 150_000;
/** How long an outside server may take to come up, in milliseconds: it may have been started together with us. */
const PATIENCE = 30_000;
const RETRY = 500;
/**
 * Connections of one process (the server of our own takes 40), and how long, in milliseconds, anybody waits for one: no
 * longer than those who asked, so that what they are told is true when they hear it.
 */
const WORK = { max: 20, connectionTimeoutMillis: 10_000, keepAlive: true };

const DUPLICATE_DATABASE = '42P04';
const DUPLICATE_OBJECT = '42710';
const UNIQUE_VIOLATION = '23505';
const INSUFFICIENT_PRIVILEGE = '42501';

/** Starts our own server, or reaches the outside one, and makes sure that database and roles are there. */
export async function openDatabase(
  place: DatabasePlace,
  onProgress: OnProgress = () => {},
): Promise<Result<OpenDatabase, StartProblem>> {
  return 'databaseUrl' in place ? openOutside(place.databaseUrl) : openOwn(place.dataFolder, onProgress);
}

async function openOwn(dataFolder: string, onProgress: OnProgress): Promise<Result<OpenDatabase, StartProblem>> {
  const started = await startEmbeddedServer({ folder: join(dataFolder, 'postgres'), onProgress });
  if (!started.ok) return started;
  const server = started.value;
  const at = { host: server.host, database: DATABASE };
  await withClient({ host: server.host, database: 'postgres', user: OWNER_ROLE }, async (client) => {
    await unless([DUPLICATE_DATABASE, UNIQUE_VIOLATION], client.query(`create database ${DATABASE}`));
    await unless([DUPLICATE_OBJECT, UNIQUE_VIOLATION], client.query(`create role ${APPLICATION_ROLE} login`));
  });
  return ok({
    owner: { ...at, user: OWNER_ROLE, max: 2 },
    application: { ...at, user: APPLICATION_ROLE, ...WORK },
    twoRoles: true,
    close: server.close,
  });
}

async function openOutside(databaseUrl: string): Promise<Result<OpenDatabase, StartProblem>> {
  const config = { connectionString: databaseUrl };
  const reached = await reach(config);
  if (!reached.ok) return reached;
  if (reached.value < OLDEST_VERSION) {
    return fail({
      code: 'database.old-server',
      message: `DATABASE_URL leads to PostgreSQL ${Math.floor(reached.value / 10_000)}, but 15 or newer is needed.`,
    });
  }
  const twoRoles = await withClient(config, separateRole);
  return ok({
    owner: { ...config, max: 2 },
    application: { ...(twoRoles ? { connectionString: asApplication(databaseUrl) } : config), ...WORK },
    twoRoles,
    close: async () => {},
  });
}

/** Waits until a server answers; its version number. */
async function reach(config: pg.ClientConfig): Promise<Result<number, StartProblem>> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      return ok(await withClient(config, versionOf));
    } catch (error) {
      const notUp = ['ECONNREFUSED', 'ENOENT', 'EAI_AGAIN', 'ENOTFOUND', '57P03'].includes(codeOf(error) ?? '');
      if (!notUp || Date.now() > deadline) {
        return fail({
          code: 'database.unreachable',
          message: `The PostgreSQL of DATABASE_URL cannot be used: ${messageOf(error)}`,
        });
      }
    }
    await pause(RETRY);
  }
}

async function versionOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
  return Number(rows[0]?.version);
}

/**
 * Makes the application's role, where we may, and lets this user become it.
 *
 * @returns whether connections can work as that role
 */
async function separateRole(client: pg.Client): Promise<boolean> {
  const refused = [DUPLICATE_OBJECT, UNIQUE_VIOLATION, INSUFFICIENT_PRIVILEGE];
  await unless(refused, client.query(`create role ${APPLICATION_ROLE} nologin`));
  await unless([...refused, '42704'], client.query(`grant ${APPLICATION_ROLE} to current_user`));
  const { rows } = await client.query<{ usable: boolean }>(
    `select pg_has_role(current_user, oid, 'member')
            and coalesce(has_table_privilege(oid, to_regclass('accounts'), 'select'), true) as usable
     from pg_roles where rolname = $1`,
    [APPLICATION_ROLE],
  );
  return rows[0]?.usable === true;
}

/** The same address, with every connection working as the application's role from its first statement on. */
function asApplication(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  const options = url.searchParams.get('options');
  url.searchParams.set('options', `${options === null ? '' : `${options} `}-c role=${APPLICATION_ROLE}`);
  return url.href;
}

async function withClient<T>(config: pg.ClientConfig, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

async function unless(codes: readonly string[], work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!codes.includes(codeOf(error) ?? '')) throw error;
  }
}
