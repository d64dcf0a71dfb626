import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Identity } from './identity.ts';

/** What the shell says when another process holds the cluster. */
export const HELD_BY_ANOTHER = 75;

/**
 * A small shell stands between us and the server.
 * - It takes a lock on the cluster's folder that the server and all its children inherit: as long as one of them lives,
 *   on this machine or in any container of it, no second server starts. (Where there is no `flock`, PostgreSQL's own
 *   check of shared memory stands alone.)
 * - Under that lock it removes what a dead server left.
 * - It tells us the server's process id on file descriptor 3, a pipe that we hold, and then waits on it: when we are
 *   gone, however we went, the server is told to stop. We may be gone before it could tell us. And it is told until it
 *   stops: whatever a shell starts in the background ignores SIGINT until it sees to it itself.
 */
const WATCHER = `
cluster=$1 stale=$2 socket=$3
shift 3
trap : TERM INT HUP PIPE
if command -v flock >/dev/null 2>&1; then
  exec 9<"$cluster"
  flock -n 9 || exit ${HELD_BY_ANOTHER}
fi
if [ -n "$stale" ] && [ "$(head -n 1 "$cluster/postmaster.pid" 2>/dev/null)" = "$stale" ]; then
  rm -f "$cluster/postmaster.pid"
fi
[ -e "$cluster/postmaster.pid" ] || rm -f "$socket/.s.PGSQL.5432" "$socket/.s.PGSQL.5432.lock"
"$@" 3<&- &
server=$!
echo $server >&3 2>/dev/null
(trap '' TERM INT HUP; exec 9<&-; read -r _ <&3; while kill -INT $server; do sleep 1; done) 2>/dev/null &
watcher=$!
exec 3<&-
while :; do
  wait $server
  status=$?
  kill -0 $server 2>/dev/null || break
done
kill -9 $watcher 2>/dev/null
exit $status
`;

export interface Launch {
  readonly identity: Identity;
  readonly cluster: string;
  readonly socket: string;
  /** The process id in a postmaster.pid that was found to be stale. */
  readonly stale: number | null;
  readonly command: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

/** A started server; `ended` settles with its exit status. */
export interface Launched {
  readonly process: ChildProcess;
  /** The server's own process id, as soon as it runs. */
  pid(): number | null;
  readonly ended: Promise<number>;
  /** Lets go of the pipe: the server ends its connections, writes a checkpoint and stops. */
  letGo(): void;
}

export function launch(plan: Launch): Launched {
  const words = [
    ...plan.identity.prefix,
    '/bin/sh',
    '-c',
    WATCHER,
    'waymark-postgres',
    plan.cluster,
    plan.stale === null ? '' : String(plan.stale),
    plan.socket,
    ...plan.command,
  ];
  const log = openSync(plan.logFile, 'a', 0o600);
  const child = spawn(words[0] ?? '/bin/sh', words.slice(1), {
    ...plan.identity.spawn,
    cwd: '/',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', ...plan.environment },
    // Its own process group: Ctrl-C in a terminal is for us, and we stop the server when we are done with it.
    detached: true,
    stdio: ['ignore', log, log, 'pipe'],
  });
  closeSync(log);
  const pipe = child.stdio[3];
  let said = '';
  if (pipe instanceof Readable) {
    pipe.on('data', (text) => {
      said += String(text);
    });
  }
  const ended = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (status, signal) => resolve(status ?? (signal === null ? 1 : 128)));
  });
  void ended.then(() => pipe?.destroy());
  // Neither keeps this process alive: a program that forgets to close still ends, and the server with it.
  child.unref();
  if (pipe && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  const pid = () => (said.endsWith('\n') ? Number(said) : null);
  return { process: child, pid, ended, letGo: () => pipe?.destroy() };
}
