import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { Binaries } from './binaries.ts';
import type { Identity } from './identity.ts';
import { HELD_BY_ANOTHER, type Launched, launch } from './launch.ts';
import { readFrom, sizeOf, turnOver } from './log-file.ts';
import { readPostmaster } from './postmaster-file.ts';
import type { OnProgress, StartProblem } from './start-problem.ts';

/** A folder in which a server can be started. */
export interface Prepared {
  readonly binaries: Binaries;
  readonly identity: Identity;
  readonly environment: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly cluster: string;
  readonly socket: string;
  /** PostgreSQL settings over our own. */
  readonly settings: Readonly<Record<string, string>>;
  /** How long to wait, in milliseconds, while another process holds the folder. */
  readonly patience: number;
  readonly report: OnProgress;
}

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: '5432',
  max_connections: '40',
  shared_buffers: '64MB',
  // POSIX shared memory of a service's user may be deleted under its feet by systemd.
  dynamic_shared_memory_type: 'mmap',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
};

const POLL = 10;
/** Recovery after a crash may take its time. */
const START_TIMEOUT = 120_000;

/** Starts the server and waits until it takes connections; waits first while another one still holds the folder. */
export async function start(prepared: Prepared): Promise<Result<Launched, StartProblem>> {
  const { cluster, folder } = prepared;
  const logFile = join(folder, 'server.log');
  const patience = Date.now() + prepared.patience;
  let told = false;
  for (;;) {
    const found = readPostmaster(cluster);
    if (found.state !== 'running') {
      turnOver(logFile);
      const from = sizeOf(logFile);
      const stale = found.state === 'stale' ? found.pid : null;
      const launched = launch({ ...prepared, stale, command: commandOf(prepared), logFile });
      const status = await readyOrEnded(launched, cluster);
      if (status === 'ready') return ok(launched);
      const said = readFrom(logFile, from);
      if (status !== HELD_BY_ANOTHER && !/already exists|still in use/.test(said)) {
        return fail({
          code: 'database.failed',
          message: `PostgreSQL in ${folder} ended with ${status} while starting: ${said.trim().slice(-1_000)} (see ${logFile})`,
        });
      }
    }
    const holder = readPostmaster(cluster);
    const pid = holder.state === 'running' ? holder.pid : null;
    if (Date.now() > patience) return fail(inUse(folder, pid));
    if (!told) prepared.report({ kind: 'waiting', folder, pid });
    told = true;
    await pause(POLL);
  }
}

function commandOf(prepared: Prepared): string[] {
  const settings = { ...SETTINGS, unix_socket_directories: prepared.socket, ...prepared.settings };
  const words = [prepared.binaries.postgres, '-D', prepared.cluster];
  for (const [name, value] of Object.entries(settings)) words.push('-c', `${name}=${value}`);
  return words;
}

async function readyOrEnded(launched: Launched, cluster: string): Promise<'ready' | number> {
  let status: number | null = null;
  void launched.ended.then((value) => {
    status = value;
  });
  const deadline = Date.now() + START_TIMEOUT;
  for (;;) {
    const found = readPostmaster(cluster);
    if (status !== null) return status;
    // Ready, and ours: while we were starting, another process may have been quicker.
    if (found.state === 'running' && found.ready && found.pid === launched.pid()) return 'ready';
    if (Date.now() > deadline) launched.letGo();
    await pause(POLL);
  }
}

function inUse(folder: string, pid: number | null): StartProblem {
  const who = pid === null ? '' : ` (process ${pid})`;
  return {
    code: 'database.in-use',
    message: `${folder} is in use by another PostgreSQL${who}. Stop the other Waymark first, or set DATABASE_URL so that both share one database.`,
  };
}
