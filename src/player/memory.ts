import type { Typed } from '#parts/view.ts';
import type { QueuedCommand } from './session.ts';

/** The part of `Storage` that is used; a session's memory lives in the tab and goes with it. */
export interface Drawer {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

interface Kept {
  /** The visit that `typed` belongs to. */
  readonly n: number;
  readonly typed: Typed;
  readonly queue: readonly QueuedCommand[];
}

const NOTHING: Kept = { n: 0, typed: {}, queue: [] };

/** What a reload must not lose: what is half typed on the page, and commands that no server has confirmed. */
export class Memory {
  readonly #drawer: Drawer | undefined;
  readonly #key: string;
  #kept: Kept;

  constructor(drawer: Drawer | undefined, key: string | undefined) {
    this.#drawer = key === undefined ? undefined : drawer;
    this.#key = `waymark.session.${key}`;
    this.#kept = this.#read();
  }

  typed(n: number): Typed {
    return this.#kept.n === n ? this.#kept.typed : {};
  }

  get queue(): readonly QueuedCommand[] {
    return this.#kept.queue;
  }

  keepTyped(n: number, typed: Typed): void {
    this.#write({ ...this.#kept, n, typed });
  }

  /** Secrets are written down nowhere; whoever asks for them asks again. */
  keepQueue(queue: readonly QueuedCommand[]): void {
    this.#write({ ...this.#kept, queue: queue.filter(({ secret }) => !secret) });
  }

  forget(): void {
    this.#write(NOTHING);
  }

  #read(): Kept {
    try {
      const text = this.#drawer?.getItem(this.#key);
      return text ? (JSON.parse(text) as Kept) : NOTHING;
    } catch {
      // Storage is closed to this page, or holds what an older player wrote: nothing is remembered.
      return NOTHING;
    }
  }

  #write(kept: Kept): void {
    this.#kept = kept;
    try {
      if (kept === NOTHING) this.#drawer?.removeItem(this.#key);
      else this.#drawer?.setItem(this.#key, JSON.stringify(kept));
    } catch {
      // Storage is closed or full: the session goes on, only a reload would lose what is half typed.
    }
  }
}

/** The tab's storage, where the page may use it. */
export function tabDrawer(): Drawer | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
