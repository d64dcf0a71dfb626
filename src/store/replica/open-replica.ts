import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type pg from 'pg';
import { fail, ok, type Result } from '#prelude/result.ts';
import { messageOf, type OnProgress, type StartProblem } from '../embedded/start-problem.ts';
import { Replica } from './replica.ts';
import { REPLICA_FORMAT, SCHEMA } from './schema.ts';
import { rowsOf } from './values.ts';

export interface ReplicaOptions {
  /** The file; made when absent, and made again when it cannot be read or is of another format. */
  readonly file: string;
  readonly pool: pg.Pool;
  readonly onProgress?: OnProgress;
}

/** More threads than this make a report hardly faster, and everything else slower. */
const MOST_THREADS = 4;

/**
 * Opens the replica. It is empty or behind until `feed` has run.
 *
 * Only one process can have the file: another one gets the problem `replica.taken`.
 */
export async function openReplica(options: ReplicaOptions): Promise<Result<Replica, StartProblem>> {
  const { file, pool } = options;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const open = (await openFile(file)) ?? (await anew(options));
    return ok(await Replica.over(open.instance, open.connection, pool));
  } catch (error) {
    if (isTaken(error)) {
      return fail({
        code: 'replica.taken',
        message: `The reports file ${file} is in use by another process. Stop that one, give this one its own data folder, or start it without the role reports (WAYMARK_ROLES).`,
      });
    }
    return fail({ code: 'replica.failed', message: `The reports file ${file} cannot be used: ${messageOf(error)}` });
  }
}

interface OpenFile {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
}

/** Opens a file with tables of our format; null where it is something else, and of no use. */
async function openFile(file: string): Promise<OpenFile | null> {
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(file, {
      threads: String(Math.min(availableParallelism(), MOST_THREADS)),
      memory_limit: '1GB',
      temp_directory: `${file}.tmp`,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
  } catch (error) {
    if (isTaken(error)) throw error;
    return null;
  }
  const connection = await instance.connect();
  // Queries touch this file and no other.
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  try {
    if ((await formatOf(connection)) === REPLICA_FORMAT) return { instance, connection };
  } catch {
    // Whatever is wrong with the file, a new one is better.
  }
  connection.closeSync();
  instance.closeSync();
  return null;
}

/** The format of the tables; a file without any gets ours. */
async function formatOf(connection: DuckDBConnection): Promise<number> {
  const [tables] = await rowsOf(connection, 'select count(*) as tables from duckdb_tables()');
  if (tables?.tables === 0) {
    await connection.run('begin');
    await connection.run(SCHEMA);
    await connection.run(`insert into feed values ($1, '', 0, null, 1)`, [REPLICA_FORMAT]);
    await connection.run('commit');
  }
  const [feed] = await rowsOf(connection, 'select format from feed');
  return Number(feed?.format);
}

async function anew({ file, onProgress }: ReplicaOptions): Promise<OpenFile> {
  onProgress?.({ kind: 'remaking-reports', file });
  for (const path of [file, `${file}.wal`]) rmSync(path, { force: true });
  const open = await openFile(file);
  if (open === null) throw new Error('a new file cannot be made there');
  return open;
}

function isTaken(error: unknown): boolean {
  return /[Cc]onflicting lock|Could not set lock/.test(messageOf(error));
}
