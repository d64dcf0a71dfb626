import type { Clock } from '#prelude/ports.ts';
import { Gathered } from '#store/gathered.ts';
import type { Store } from '#store/open-store.ts';
import { patiently } from '#store/patiently.ts';
import { type AskerQuestion, type FoundAsker, findAskers } from '#store/queries/authentication.ts';

/**
 * Finds out who asks. The requests that come in while others are being looked up are looked up together: the database is
 * asked about every single one, so a right that was taken away is gone at once, and still it costs little.
 */
export class Askers {
  readonly #questions: Gathered<AskerQuestion, FoundAsker | undefined>;

  constructor(pool: Store['prepared'], clock: Clock) {
    this.#questions = new Gathered((questions) => patiently(() => findAskers(pool, questions, clock.now())));
  }

  find(question: AskerQuestion): Promise<FoundAsker | undefined> {
    return this.#questions.ask(question);
  }
}
