import { type Json, type JsonObject, own } from '#prelude/json.ts';

/** Where an evaluation finds what names stand for: one by one, so that nothing has to be put together for it. */
export interface Lookup {
  /** Undefined where there is no such name. */
  get(name: string): Json | undefined;
  names(): readonly string[];
}

export class ObjectLookup implements Lookup {
  readonly #values: JsonObject;

  constructor(values: JsonObject) {
    this.#values = values;
  }

  get(name: string): Json | undefined {
    return own(this.#values, name);
  }

  names(): readonly string[] {
    return Object.keys(this.#values);
  }
}

/** Some values beside others, before which they come. */
export class LookupBeside implements Lookup {
  readonly #values: JsonObject;
  readonly #others: Lookup;

  constructor(values: JsonObject, others: Lookup) {
    this.#values = values;
    this.#others = others;
  }

  get(name: string): Json | undefined {
    const value = own(this.#values, name);
    return value === undefined ? this.#others.get(name) : value;
  }

  names(): readonly string[] {
    return [...new Set([...this.#others.names(), ...Object.keys(this.#values)])];
  }
}
