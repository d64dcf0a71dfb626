import { setTimeout as pause } from 'node:timers/promises';
import type { EffectRequest, EffectResult } from '#contract/effect.ts';
import type { Clock } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import { finishEffect, releaseEffect, type TakenEffect, takeEffects } from '#store/queries/effects.ts';
import { type AccountScope, accountScope } from '#store/scope.ts';

/** What is asked of the world outside, with whose session it is. */
export interface Errand {
  readonly scope: AccountScope;
  readonly taken: TakenEffect;
  readonly request: EffectRequest;
}

/** Performs a request. Whatever goes wrong outside is a result; what throws is tried again. */
export type Perform = (errand: Errand) => Promise<EffectResult>;

/** Gives the result back to the session; done when it is on disk, or nobody waits for it any more. */
export type Deliver = (errand: Errand, result: EffectResult) => Promise<void>;

/** Requests that are performed at once. */
const AT_ONCE = 20;
/** Milliseconds between two looks for what others wrote, or is due by now. */
const LOOK = 500;
/** Milliseconds that a worker has a request for: longer than any call may take. */
const LEASE = 150_000;
/** Milliseconds before what threw is tried again, doubled with each attempt. */
const AGAIN = 1_000;
const LATEST_AGAIN = 60_000;

export interface OutboxOptions {
  readonly db: Db;
  readonly clock: Clock;
  /** Names this process, unlike any other. */
  readonly home: string;
  readonly onError: (error: unknown) => void;
}

/**
 * Works off what steps have put into the outbox: each request is taken by one worker, performed at least once under a key
 * that stays the same, and its result given back as a command. A worker that dies loses what it had taken after a while.
 */
export class Outbox {
  readonly home: string;
  readonly #options: OutboxOptions;
  readonly #underWay = new Set<Promise<void>>();
  #wake = new AbortController();
  #loop: Promise<void> | undefined;
  #closed = false;

  constructor(options: OutboxOptions) {
    this.home = options.home;
    this.#options = options;
  }

  start(perform: Perform, deliver: Deliver): void {
    this.#loop ??= this.#run(perform, deliver);
  }

  /** Something was put into the outbox: looks at once. */
  wake(): void {
    this.#wake.abort();
  }

  /** Takes nothing any more and waits for what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    this.wake();
    await this.#loop;
    await Promise.allSettled(this.#underWay);
  }

  async #run(perform: Perform, deliver: Deliver): Promise<void> {
    while (!this.#closed) {
      // Made before looking: what is put in while we look wakes the rest that follows.
      this.#wake = new AbortController();
      const taken = await this.#take();
      for (const one of taken) this.#work(one, perform, deliver);
      if (taken.length === 0 || this.#free() === 0) await this.#rest();
    }
  }

  #free(): number {
    return AT_ONCE - this.#underWay.size;
  }

  async #take(): Promise<readonly TakenEffect[]> {
    const limit = this.#free();
    if (limit <= 0) return [];
    const { db, clock, home, onError } = this.#options;
    const now = clock.now();
    try {
      return await takeEffects(db, { home, now, until: now + LEASE, limit });
    } catch (error) {
      // The database is away for a moment; what waits in it is found later.
      if (!this.#closed) onError(error);
      return [];
    }
  }

  #work(taken: TakenEffect, perform: Perform, deliver: Deliver): void {
    const work = this.#perform(taken, perform, deliver)
      .catch((error: unknown) => this.#giveBack(taken, error))
      .finally(() => {
        this.#underWay.delete(work);
        this.wake();
      });
    this.#underWay.add(work);
  }

  async #perform(taken: TakenEffect, perform: Perform, deliver: Deliver): Promise<void> {
    const { db, clock } = this.#options;
    const scope = accountScope(taken.account_id);
    const errand = { scope, taken, request: taken.request as unknown as EffectRequest };
    const result = await perform(errand);
    await deliver(errand, result);
    const code = result.status === 'failed' ? result.code : null;
    await finishEffect(scope, db, taken, { at: clock.now(), result: result.status, code });
  }

  /** Whatever threw lies in no request: somebody tries it again in a while. */
  async #giveBack(taken: TakenEffect, cause: unknown): Promise<void> {
    const { db, clock, onError } = this.#options;
    onError(new Error(`The request ${taken.effect} of ${taken.session_id} could not be performed`, { cause }));
    const until = clock.now() + Math.min(AGAIN * 2 ** (taken.attempts - 1), LATEST_AGAIN);
    // Where the database itself is away, the request comes back when its time is over.
    await releaseEffect(accountScope(taken.account_id), db, taken, until).catch(onError);
  }

  /** Until the next look, or until somebody wakes it. */
  async #rest(): Promise<void> {
    await pause(LOOK, undefined, { signal: this.#wake.signal, ref: false }).catch(() => {
      // Woken before its time.
    });
  }
}
