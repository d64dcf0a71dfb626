import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import type { Lookup } from '#expressions/values/lookup.ts';
import { type Json, own } from '#prelude/json.ts';
import type { Given } from './given.ts';
import { ownVariables, type Seen } from './state.ts';

/**
 * What expressions of one frame may read: built-in values, those of the account, variables, and secrets that memory holds;
 * what comes later hides what comes earlier. Each is looked up where it lies, as an expression reads one or two of them.
 */
export class VisibleValues implements Lookup {
  readonly #seen: Seen;
  readonly #given: Given;
  readonly #frame: string;

  constructor(seen: Seen, given: Given, frame: string) {
    this.#seen = seen;
    this.#given = given;
    this.#frame = frame;
  }

  get(name: string): Json | undefined {
    const key = this.#frame === '' ? name : this.#frame + name;
    const { secrets, variables, context } = this.#seen;
    const { secrets: memory } = this.#given;
    // What the session does not know any more, since somebody went back, is no secret of it.
    const held = memory && secrets && Object.hasOwn(secrets, key) ? own(memory, key) : undefined;
    const value = held === undefined ? own(variables, key) : held;
    if (value !== undefined) return value;
    return name === ACCOUNT_VALUES && this.#given.values ? this.#given.values : own(context, name);
  }

  names(): readonly string[] {
    const { secrets, variables, context } = this.#seen;
    const { values, secrets: memory } = this.#given;
    const mine = ownVariables(memory ? { ...variables, ...secrets } : variables, this.#frame);
    return Object.keys({ ...context, ...(values ? { [ACCOUNT_VALUES]: values } : {}), ...mine });
  }
}
