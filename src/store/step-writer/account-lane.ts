import { isOutOfReach } from '../out-of-reach.ts';
import { patiently } from '../patiently.ts';
import type { PendingStep } from './session-head.ts';

/** Steps in one statement. */
const LARGEST_BATCH = 500;

type Write<State> = (steps: readonly PendingStep<State>[]) => Promise<boolean[]>;

interface Waiting<State> {
  readonly pending: PendingStep<State>;
  readonly settle: (written: boolean) => void;
  readonly refuse: (error: unknown) => void;
}

/**
 * Gathers the steps of one account that come in while the ones before are being written, and writes them together.
 * No two steps of one session may be in it at once.
 */
export class AccountLane<State> {
  readonly #write: Write<State>;
  readonly #onIdle: () => void;
  #waiting: Waiting<State>[] = [];
  #busy = false;

  constructor(write: Write<State>, onIdle: () => void) {
    this.#write = write;
    this.#onIdle = onIdle;
  }

  /** @returns whether the step was written; see `writeSteps` */
  add(pending: PendingStep<State>): Promise<boolean> {
    return new Promise((settle, refuse) => {
      this.#waiting.push({ pending, settle, refuse });
      if (!this.#busy) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, LARGEST_BATCH);
      await this.#writeAll(batch);
    }
    this.#busy = false;
    this.#onIdle();
  }

  async #writeAll(batch: readonly Waiting<State>[]): Promise<void> {
    try {
      // Writing again is safe even if the lost answer was a yes: the commands are known then.
      const written = await patiently(() => this.#write(batch.map((one) => one.pending)));
      batch.forEach((one, index) => {
        one.settle(written[index] === true);
      });
    } catch (error) {
      if (batch.length === 1 || isOutOfReach(error)) {
        for (const one of batch) one.refuse(error);
        return;
      }
      // Something in one of them cannot be written: its neighbours must not suffer.
      for (const one of batch) await this.#writeAll([one]);
    }
  }
}
