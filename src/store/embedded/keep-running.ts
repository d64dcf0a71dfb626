import { setTimeout as pause } from 'node:timers/promises';
import type { Launched } from './launch.ts';
import { readPostmaster } from './postmaster-file.ts';
import { type Prepared, start } from './start.ts';

const STOP_TIMEOUT = 60_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;

/**
 * Starts the server again whenever it ends by itself, and keeps trying for as long as that takes: a full disk may get
 * room again.
 *
 * @returns a function that stops the server and waits until it has written everything
 */
export function keepRunning(first: Launched, prepared: Prepared): () => Promise<void> {
  let current = first;
  let closing = false;

  async function startAgain(reason: string): Promise<void> {
    prepared.report({ kind: 'restarting', reason });
    for (let wait = FIRST_PAUSE; !closing; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      const again = await start(prepared);
      if (again.ok) {
        current = again.value;
        prepared.report({ kind: 'ready', folder: prepared.folder });
        if (closing) current.letGo();
        return;
      }
      prepared.report({ kind: 'restarting', reason: again.error.message });
      await pause(wait, undefined, { ref: false });
    }
  }

  async function watch(): Promise<void> {
    for (;;) {
      const status = await current.ended;
      if (closing) return;
      await startAgain(`The database server ended with ${status}.`);
    }
  }

  const over = watch();
  return async () => {
    closing = true;
    current.process.ref();
    current.letGo();
    const late = setTimeout(() => stopHard(prepared.cluster), STOP_TIMEOUT);
    await over;
    clearTimeout(late);
  };
}

/** The last means: PostgreSQL's immediate stop, after which it recovers from its log. */
function stopHard(cluster: string): void {
  const found = readPostmaster(cluster);
  if (found.state === 'running') process.kill(found.pid, 'SIGQUIT');
}
