import type { ConnectionSide } from '#api/connections.ts';
import type { AccountId, ConnectionKey } from '#prelude/ids.ts';
import type { Clock } from '#prelude/ports.ts';
import { type Admission, admit, afterCall, type Breaker, CLOSED } from './circuit-breaker.ts';

/** Beyond it the connections that were called longest ago are forgotten, and count as well. */
const MOST = 10_000;

/** One breaker for each connection and side. Each process finds out for itself which outside systems are ill. */
export class Breakers {
  readonly #clock: Clock;
  readonly #known = new Map<string, Breaker>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  admit(line: Line): Admission {
    const key = keyOf(line);
    const admission = admit(this.#known.get(key) ?? CLOSED, this.#clock.now());
    this.#keep(key, admission.breaker);
    return admission;
  }

  tell(line: Line, call: { readonly isIll: boolean; readonly isTrial: boolean }): void {
    const key = keyOf(line);
    this.#keep(key, afterCall(this.#known.get(key) ?? CLOSED, call, this.#clock.now()));
  }

  /** The settings were changed: what is known of the old ones says nothing of the new. */
  forget(account: AccountId, connection: ConnectionKey): void {
    for (const side of ['live', 'test'] as const) this.#known.delete(keyOf({ account, connection, side }));
  }

  #keep(key: string, breaker: Breaker): void {
    this.#known.delete(key);
    // One that is well and has nothing to remember is not kept.
    if (breaker.state === 'closed' && breaker.failures === 0) return;
    this.#known.set(key, breaker);
    const oldest = this.#known.keys().next().value;
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
  }
}

export interface Line {
  readonly account: AccountId;
  readonly connection: ConnectionKey;
  readonly side: ConnectionSide;
}

function keyOf({ account, connection, side }: Line): string {
  return `${account}/${connection}/${side}`;
}
