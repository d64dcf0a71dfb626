import { isOutOfReach } from './out-of-reach.ts';

interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: unknown) => void;
}

/** Questions in one statement. */
const LARGEST_BATCH = 200;

/**
 * Asks the database many small questions with few statements: those that come in while others are being answered are
 * answered together. Nothing is remembered: every single question is asked.
 */
export class Gathered<Question, Answer> {
  readonly #answerAll: (questions: readonly Question[]) => Promise<readonly Answer[]>;
  #waiting: Waiting<Question, Answer>[] = [];
  #busy = false;

  /** @param answerAll asks them all at once; its answers are in the order of the questions */
  constructor(answerAll: (questions: readonly Question[]) => Promise<readonly Answer[]>) {
    this.#answerAll = answerAll;
  }

  ask(question: Question): Promise<Answer> {
    return new Promise((settle, fail) => {
      this.#waiting.push({ question, settle, fail });
      if (!this.#busy) void this.#work();
    });
  }

  async #work(): Promise<void> {
    this.#busy = true;
    // Those of the same turn of the event loop go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.#waiting.length > 0) await this.#answer(this.#waiting.splice(0, LARGEST_BATCH));
    this.#busy = false;
  }

  async #answer(batch: readonly Waiting<Question, Answer>[]): Promise<void> {
    try {
      const answers = await this.#answerAll(batch.map(({ question }) => question));
      for (const [index, { settle }] of batch.entries()) settle(answers[index] as Answer);
    } catch (error) {
      if (batch.length === 1 || isOutOfReach(error)) {
        for (const { fail } of batch) fail(error);
        return;
      }
      // Something in one of them cannot be asked: its neighbours must not suffer.
      for (const one of batch) await this.#answer([one]);
    }
  }
}
