import { LIMITS } from '#prelude/limits.ts';
import type { ExpressionErrorCode } from '../errors.ts';

/** Ends an evaluation that would take too much. Thrown inside only: whoever evaluates catches it and answers with its code. */
export class Stop extends Error {
  readonly code: ExpressionErrorCode;

  constructor(code: ExpressionErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Characters that are worked on for one cost unit. */
const TEXT_PER_UNIT = 16;

/**
 * Counts what an evaluation costs. A unit is about what it takes to look at one item of a list (some 50 nanoseconds),
 * so that a spent budget is a few milliseconds.
 */
export class Meter {
  #left: number;
  #depth = 0;

  constructor(budget: number) {
    this.#left = budget;
  }

  spend(units: number): void {
    this.#left -= units;
    if (this.#left < 0) throw new Stop('expression.budget', 'The expression takes too many steps.');
  }

  /** Pays for work on a text, and refuses texts that are larger than allowed. */
  spendText(length: number): void {
    this.checkText(length);
    this.spend(1 + length / TEXT_PER_UNIT);
  }

  /** Refuses a text that grew larger than allowed. */
  checkText(length: number): void {
    if (length > LIMITS.expressionText) {
      throw new Stop('expression.too-large', `A text would have more than ${LIMITS.expressionText} characters.`);
    }
  }

  /** Pays for a list, and refuses lists that are larger than allowed. */
  spendList(length: number): void {
    this.spend(1 + length);
    this.checkList(length);
  }

  /** Refuses a list that grew larger than allowed. */
  checkList(length: number): void {
    if (length > LIMITS.listItems) {
      throw new Stop('expression.too-large', `A list would have more than ${LIMITS.listItems} items.`);
    }
  }

  /** Does what goes one level deeper into a value or a call. */
  deeper<T>(work: () => T): T {
    this.#depth++;
    if (this.#depth > LIMITS.expressionDepth) {
      throw new Stop(
        'expression.too-deep',
        `Values or calls are nested more than ${LIMITS.expressionDepth} levels deep.`,
      );
    }
    const result = work();
    this.#depth--;
    return result;
  }
}
