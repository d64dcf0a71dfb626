import { setTimeout as pause } from 'node:timers/promises';
import { isOutOfReach } from './out-of-reach.ts';

/** How long, in milliseconds, a database that is being started again is waited for before callers are told. */
const PATIENCE = 5_000;
const FIRST_PAUSE = 20;
/** Whoever waits is on a call: when the database is back, no more than this is lost. */
const LONGEST_PAUSE = 250;

/** Does what may be done twice, and does it again while the database is out of reach for a moment. */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (let wait = FIRST_PAUSE; ; wait = Math.min(2 * wait, LONGEST_PAUSE)) {
    try {
      return await work();
    } catch (error) {
      if (!isOutOfReach(error) || Date.now() + wait > deadline) throw error;
    }
    await pause(wait);
  }
}
