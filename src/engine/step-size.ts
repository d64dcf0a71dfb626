import type { Failure } from '#contract/element-type.ts';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { TOO_LARGE } from './run-failures.ts';

/** How much one step sets, keeps and sends: the log holds all of it, so there is an end to that. */
export class StepSize {
  #characters = 0;

  add(value: Json | undefined): void {
    this.#characters += sizeOf(value);
  }

  /** Why the step cannot go on; undefined as long as it can. */
  get failure(): Failure | undefined {
    return this.#characters > LIMITS.stepValues ? TOO_LARGE : undefined;
  }
}

/** About how many characters a value takes as JSON; what is not there takes none. */
function sizeOf(value: Json | undefined): number {
  if (value === undefined) return 0;
  if (typeof value === 'string') return value.length + 2;
  if (value === null || typeof value !== 'object') return 8;
  let size = 2;
  if (Array.isArray(value)) for (const item of value as readonly Json[]) size += 1 + sizeOf(item);
  else for (const [key, member] of Object.entries(value)) size += key.length + 4 + sizeOf(member);
  return size;
}
