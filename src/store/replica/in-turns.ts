import { setImmediate as letOthers } from 'node:timers/promises';

/** After so many sessions, a few milliseconds of work, requests get their turn. */
const BETWEEN_PAUSES = 50;

/** Does work for each of many, however many there are, without holding up the requests that come in meanwhile. */
export async function inTurns<T>(all: Iterable<T>, work: (one: T) => void): Promise<void> {
  let done = 0;
  for (const one of all) {
    if (++done % BETWEEN_PAUSES === 0) await letOthers();
    work(one);
  }
}
