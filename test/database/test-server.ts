import pg from 'pg';
import { connectionPool } from '#store/connect.ts';
import { OWNER_ROLE } from '#store/embedded/cluster.ts';
import { startEmbeddedServer } from '#store/embedded/server.ts';
import { APPLICATION_ROLE } from '#store/migrations/application-role.ts';
import { migrate } from '#store/migrations/migrate.ts';

/** Where a database of a test is. */
export interface TestDatabasePlace {
  readonly host: string;
  readonly database: string;
}

/** One PostgreSQL for a whole run of tests, careless of power cuts, with a migrated template to copy. */
export interface TestServer {
  /** A copy of the template, or an empty database. */
  create(empty: boolean): Promise<TestDatabasePlace>;
  drop(database: string): Promise<null>;
  close(): Promise<void>;
}

const TEMPLATE = 'template_migrated';

export async function startTestServer(folder: string): Promise<TestServer> {
  const started = await startEmbeddedServer({
    folder,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  });
  if (!started.ok) throw new Error(started.error.message);
  const { host, close } = started.value;
  const at = (database: string) => ({ host, database, user: OWNER_ROLE });
  const clerk = new pg.Client(at('postgres'));
  await clerk.connect();
  await clerk.query(`create role ${APPLICATION_ROLE} login`);
  await clerk.query(`create database ${TEMPLATE}`);
  const template = connectionPool(at(TEMPLATE), () => {});
  await migrate(template);
  await template.end(); // A template cannot be copied while anybody is connected to it.

  let made = 0;
  return {
    async create(empty) {
      const database = `test_${++made}`;
      // One clerk: copies are made one after the other, as PostgreSQL wants it.
      await clerk.query(`create database ${database} template ${empty ? 'template0' : TEMPLATE} strategy file_copy`);
      return { host, database };
    },
    async drop(database) {
      await clerk.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`);
      return null;
    },
    async close() {
      await clerk.end();
      await close();
    },
  };
}
