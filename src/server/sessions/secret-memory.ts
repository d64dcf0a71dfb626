import type { AccountId, SessionId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Clock, Instant } from '#prelude/ports.ts';

/** Sessions whose secrets are held at once. */
const MOST = 20_000;
/** Milliseconds after which secrets that nobody asked for are let go. */
const KEPT = 2 * 3_600_000;

interface Held {
  readonly values: JsonObject;
  readonly at: Instant;
}

/**
 * Secret answers, in the memory of this process and nowhere else: no table, log or message ever holds one. After a
 * restart they are gone, and the engine asks again where one is needed.
 */
export class SecretMemory {
  readonly #clock: Clock;
  readonly #held = new Map<string, Held>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The secrets of a session, by the key of their variable in its state; undefined where it has none. */
  of(account: AccountId, session: SessionId): JsonObject | undefined {
    return this.#held.get(keyOf(account, session))?.values;
  }

  /** Keeps what a step was given, and of the earlier secrets those that the session still knows of. */
  keep(account: AccountId, session: SessionId, given: JsonObject | undefined, known: object | undefined): void {
    const key = keyOf(account, session);
    const before = this.#held.get(key);
    if (given === undefined && before === undefined) return;
    const values = Object.fromEntries(
      Object.entries({ ...before?.values, ...given }).filter(([name]) => Object.hasOwn(known ?? {}, name)),
    );
    this.#held.delete(key);
    if (Object.keys(values).length > 0) this.#held.set(key, { values, at: this.#clock.now() });
    const oldest = this.#held.keys().next().value;
    if (this.#held.size > MOST && oldest !== undefined) this.#held.delete(oldest);
  }

  forget(account: AccountId, session: SessionId): void {
    this.#held.delete(keyOf(account, session));
  }

  /** Lets go of what has been held for long. */
  sweep(): void {
    const before = this.#clock.now() - KEPT;
    for (const [key, { at }] of this.#held) if (at < before) this.#held.delete(key);
  }
}

function keyOf(account: AccountId, session: SessionId): string {
  return `${account}/${session}`;
}
