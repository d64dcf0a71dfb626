import { chmodSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '#prelude/result.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { chooseIdentity, giveTo } from './identity.ts';
import { keepRunning } from './keep-running.ts';
import { linkLibraries } from './library-links.ts';
import { socketFolder } from './socket-folder.ts';
import { type Prepared, start } from './start.ts';
import { messageOf, type OnProgress, type StartProblem } from './start-problem.ts';

export interface ServerOptions {
  /** Everything of this server lives in here; made when absent. */
  readonly folder: string;
  readonly onProgress?: OnProgress;
  /** PostgreSQL settings over our own; tests switch `fsync` off. */
  readonly settings?: Readonly<Record<string, string>>;
  /** How long to wait, in milliseconds, while another process holds the folder. */
  readonly patience?: number;
  /** Another PostgreSQL than the one that {@link findBinaries} finds. */
  readonly binaries?: Binaries;
}

export interface EmbeddedServer {
  /** The folder of the private Unix socket: the `host` of a connection. */
  readonly host: string;
  /** PostgreSQL's major version. */
  readonly major: number;
  /** Stops the server and waits until it has written everything. */
  close(): Promise<void>;
}

const PATIENCE = 30_000;

/**
 * Starts a real PostgreSQL in a folder, reachable through a private socket only. It ends when this process ends, even
 * by `kill -9`, and is started again when it dies by itself.
 */
export async function startEmbeddedServer(options: ServerOptions): Promise<Result<EmbeddedServer, StartProblem>> {
  try {
    const prepared = await prepare(options);
    if (!prepared.ok) return prepared;
    const { folder, socket, binaries, report } = prepared.value;
    report({ kind: 'starting', folder });
    const started = await start(prepared.value);
    if (!started.ok) return started;
    report({ kind: 'ready', folder });
    return ok({ host: socket, major: binaries.major, close: keepRunning(started.value, prepared.value) });
  } catch (error) {
    return fail({ code: 'database.folder', message: `${options.folder} cannot be used: ${messageOf(error)}` });
  }
}

async function prepare(options: ServerOptions): Promise<Result<Prepared, StartProblem>> {
  const report = options.onProgress ?? (() => {});
  const found = options.binaries === undefined ? findBinaries() : ok(options.binaries);
  if (!found.ok) return found;
  const binaries = found.value;
  // Others may pass through the data folder, or the user we run the server as could not come to its own.
  mkdirSync(dirname(options.folder), { recursive: true });
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  // One name for one folder: the server's own idea of where it stands has no symbolic links either.
  const folder = realpathSync(options.folder);
  const chosen = chooseIdentity([dirname(folder), dirname(realpathSync(binaries.postgres))]);
  if (!chosen.ok) return chosen;
  const identity = chosen.value;
  giveTo(identity, folder);
  chmodSync(folder, 0o700);
  const environment = linkLibraries(binaries, join(folder, 'lib'));
  const made = await ensureCluster(folder, binaries, identity, environment, () => report({ kind: 'creating', folder }));
  if (!made.ok) return made;
  return ok({
    binaries,
    identity,
    environment,
    folder,
    cluster: made.value,
    socket: socketFolder(folder, identity),
    settings: options.settings ?? {},
    patience: options.patience ?? PATIENCE,
    report,
  });
}
