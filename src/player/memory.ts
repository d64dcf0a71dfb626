import type { Page } from '#contract/page.ts';
import type { Typed } from '#parts/view.ts';
import type { QueuedCommand } from './session.ts';

/** The part of `Storage` that is used; a session's memory lives in the tab and goes with it. */
export interface Drawer {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

interface Kept {
  /** What is half typed, by page: that of steps ahead is kept until the server has confirmed what leads there. */
  readonly pages: { readonly [page: string]: { readonly n: number; readonly typed: Typed } };
  readonly queue: readonly QueuedCommand[];
}

const NOTHING: Kept = { pages: {}, queue: [] };

/** A page by which what is typed on it is kept: a number may come to stand for another element than was foreseen. */
type PageKey = Pick<Page, 'n' | 'element'>;

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

  typed(page: PageKey): Typed {
    return this.#kept.pages[nameOf(page)]?.typed ?? {};
  }

  get queue(): readonly QueuedCommand[] {
    return this.#kept.queue;
  }

  keepTyped(page: PageKey, typed: Typed): void {
    this.#write({ ...this.#kept, pages: { ...this.#kept.pages, [nameOf(page)]: { n: page.n, typed } } });
  }

  /** Secrets are written down nowhere; whoever asks for them asks again. */
  keepQueue(queue: readonly QueuedCommand[]): void {
    this.#write({ ...this.#kept, queue: queue.filter(({ secret }) => !secret) });
  }

  /** The server is at this visit: what was typed on pages before it is answered, or given up. */
  passed(n: number): void {
    const pages = Object.fromEntries(Object.entries(this.#kept.pages).filter(([, page]) => page.n >= n));
    if (Object.keys(pages).length < Object.keys(this.#kept.pages).length) this.#write({ ...this.#kept, pages });
  }

  forget(): void {
    this.#write(NOTHING);
  }

  #read(): Kept {
    try {
      const text = this.#drawer?.getItem(this.#key);
      return text ? { ...NOTHING, ...(JSON.parse(text) as Kept) } : NOTHING;
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

function nameOf({ n, element }: PageKey): string {
  return `${n} ${element}`;
}

/** The tab's storage, where the page may use it. */
export function tabDrawer(): Drawer | undefined {
  try {
    return window.sessionStorage;
  } catch {
    return undefined;
  }
}
