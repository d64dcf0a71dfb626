import type { AccountId, SessionId } from '#prelude/ids.ts';

/** Milliseconds after which whoever waits looks by itself: another process may have moved the session. */
const LOOK = 400;

/** Wakes those who wait for a session to move on by itself, as when the result of a call comes. */
export class SessionArrivals {
  readonly #waiting = new Map<string, Set<() => void>>();

  tell(account: AccountId, session: SessionId): void {
    for (const wake of this.#waiting.get(`${account}/${session}`) ?? []) wake();
  }

  /**
   * Asks again and again, at each arrival and now and then, until `look` finds something or the time is over.
   *
   * @param milliseconds for all looks together
   */
  async until<T>(
    account: AccountId,
    session: SessionId,
    milliseconds: number,
    look: () => Promise<T | undefined>,
  ): Promise<T | undefined> {
    const deadline = performance.now() + milliseconds;
    for (;;) {
      const arrived = this.#next(account, session, Math.max(0, Math.min(LOOK, deadline - performance.now())));
      const found = await look();
      if (found !== undefined || performance.now() >= deadline) {
        arrived.stop();
        return found;
      }
      await arrived.promise;
    }
  }

  #next(account: AccountId, session: SessionId, within: number): { promise: Promise<void>; stop(): void } {
    const key = `${account}/${session}`;
    const waiting = this.#waiting.get(key) ?? new Set();
    this.#waiting.set(key, waiting);
    let stop = () => {};
    const promise = new Promise<void>((resolve) => {
      const timer = setTimeout(() => stop(), within);
      stop = () => {
        clearTimeout(timer);
        waiting.delete(stop);
        if (waiting.size === 0 && this.#waiting.get(key) === waiting) this.#waiting.delete(key);
        resolve();
      };
      waiting.add(stop);
    });
    return { promise, stop };
  }
}
