import { invariant } from '#prelude/assert-never.ts';
import type { Clock } from '#prelude/ports.ts';
import type { Store } from '#store/open-store.ts';
import { type AskerQuestion, type FoundAsker, findAskers } from '#store/queries/authentication.ts';

interface Waiting {
  readonly question: AskerQuestion;
  readonly answer: (asker: FoundAsker | undefined) => void;
  readonly fail: (error: unknown) => void;
}

/** Questions in one statement. */
const LARGEST_BATCH = 200;

/**
 * Finds out who asks. The requests that come in while others are being looked up are looked up together: the database is
 * asked about every single one, so a right that was taken away is gone at once, and still it costs little.
 */
export class Askers {
  readonly #pool: Store['pool'];
  readonly #clock: Clock;
  #waiting: Waiting[] = [];
  #busy = false;

  constructor(pool: Store['pool'], clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  find(question: AskerQuestion): Promise<FoundAsker | undefined> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ question, answer, fail });
      if (!this.#busy) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#busy = true;
    // Those of the same turn of the event loop go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#answerAll(this.#waiting.splice(0, LARGEST_BATCH));
    this.#busy = false;
  }

  async #answerAll(batch: readonly Waiting[]): Promise<void> {
    try {
      const questions = batch.map(({ question }) => question);
      const found = await findAskers(this.#pool, questions, this.#clock.now());
      invariant(found.length === batch.length, 'every question has an answer');
      for (const [index, { answer }] of batch.entries()) answer(found[index]);
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  }
}
