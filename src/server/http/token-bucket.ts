import type { Clock, Instant } from '#prelude/ports.ts';

interface Bucket {
  tokens: number;
  at: Instant;
}

/** So that an attacker with many names cannot fill the memory: the oldest are forgotten beyond it. */
const MOST_KEYS = 100_000;

/**
 * Lets a key through `burst` times at once and then once every `refill` milliseconds.
 */
export class TokenBuckets {
  readonly #buckets = new Map<string, Bucket>();
  readonly #clock: Clock;
  readonly #burst: number;
  readonly #refill: number;

  constructor(clock: Clock, burst: number, refill: number) {
    this.#clock = clock;
    this.#burst = burst;
    this.#refill = refill;
  }

  /** Takes a token; 0 when there was one, else the milliseconds until there is. */
  take(key: string): number {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(key) ?? { tokens: this.#burst, at: now };
    const tokens = Math.min(this.#burst, bucket.tokens + (now - bucket.at) / this.#refill);
    // Set anew, so that the map's order is that of use.
    this.#buckets.delete(key);
    this.#buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    this.#forget();
    return tokens >= 1 ? 0 : (1 - tokens) * this.#refill;
  }

  /** Fills a key's bucket again: whoever proved who they are is no attacker. */
  forgive(key: string): void {
    this.#buckets.delete(key);
  }

  #forget(): void {
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size <= MOST_KEYS) return;
      this.#buckets.delete(key);
    }
  }
}
