import type { Instant } from '#prelude/ports.ts';
import { type ExpressionError, type ExpressionErrorCode, expressionError, type Span } from '../errors.ts';
import type { Lookup } from '../values/lookup.ts';
import { Meter } from '../values/meter.ts';
import type { Value } from '../values/value.ts';

/** One evaluation under way: what it may read, what it has found wrong so far, and the values its names are bound to. */
export class Run extends Meter {
  readonly values: Lookup;
  readonly now: Instant;
  readonly timeZone: string;
  /** One place for each name that the expression binds or converts; undefined where nothing was put yet. */
  slots: (Value | undefined)[];
  /** The first thing that went wrong. */
  error: ExpressionError | undefined;

  constructor(values: Lookup, now: Instant, timeZone: string, budget: number, slots: number) {
    super(budget);
    this.values = values;
    this.now = now;
    this.timeZone = timeZone;
    this.slots = slots === 0 ? NO_SLOTS : new Array(slots);
    this.error = undefined;
  }

  /** Notes what is wrong; the value of the expression there is null. A sentence that is dear to make is given as what makes it. */
  fail(code: ExpressionErrorCode, at: Span, message: string | (() => string)): null {
    // What fails in a loop fails often; only what failed first is told.
    this.spend(FAILURE_COST);
    this.error ??= expressionError(code, at, typeof message === 'string' ? message : message());
    return null;
  }
}

const FAILURE_COST = 10;
const NO_SLOTS: (Value | undefined)[] = [];

/** A compiled part of an expression. */
export type Evaluate = (run: Run) => Value;
