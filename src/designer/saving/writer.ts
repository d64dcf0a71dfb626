import { entryKey, type HistoryEntry, type HistoryStore } from '../document/history.ts';
import type { Batch } from './content.ts';

/** Where the newest edit stands with this browser. */
export type Kept =
  | { readonly kind: 'stored' }
  | { readonly kind: 'storing' }
  | { readonly kind: 'refused'; why: Error };

export interface WriterPorts {
  /** Stores all of a batch or, rejecting, nothing of it. */
  store(batch: Batch): Promise<void>;
  /** A batch is stored. */
  stored(batch: Batch): void;
  changed(kept: Kept): void;
  /** Calls back when it is time to try again. */
  later(again: () => void): void;
}

/** Brings edits into the store in order, those of one moment in one write, and none without its history. */
export interface Writer extends HistoryStore {
  add(update: Uint8Array): void;
  /** Writes what is gathered without waiting for the write under way: the page is about to go. */
  hurry(): void;
  /** Resolves when all is stored, or the store refused it once more. */
  settled(): Promise<void>;
}

/**
 * A command changes the document and then records itself, both before anything else runs. So what one turn of the event
 * loop has gathered is whole, and a write begins only after it.
 */
export function openWriter({ store, stored, changed, later }: WriterPorts): Writer {
  let gathered: Batch = NOTHING;
  let kept: Kept = { kind: 'stored' };
  let isAsked = false;
  let writing: Promise<void> | undefined;

  const become = (next: Kept) => {
    if (next.kind === 'storing' && kept.kind !== 'stored') return;
    kept = next;
    changed(kept);
  };

  const send = async (): Promise<boolean> => {
    const batch = gathered;
    gathered = NOTHING;
    try {
      await store(batch);
    } catch (error) {
      gathered = joined(batch, gathered);
      become({ kind: 'refused', why: error instanceof Error ? error : new Error(String(error)) });
      return false;
    }
    stored(batch);
    return true;
  };

  const sendAll = async () => {
    while (!isEmpty(gathered)) if (!(await send())) return later(write);
    become({ kind: 'stored' });
  };

  const write = () => {
    writing ??= sendAll().finally(() => {
      writing = undefined;
    });
  };

  const gather = (more: Batch) => {
    gathered = joined(gathered, more);
    become({ kind: 'storing' });
    if (isAsked) return;
    isAsked = true;
    queueMicrotask(() => {
      isAsked = false;
      write();
    });
  };

  return {
    add: (update) => gather({ ...NOTHING, updates: [update] }),
    put: (entry) => gather({ ...NOTHING, put: [entry] }),
    remove: (entries) => gather({ ...NOTHING, removed: entries }),
    hurry() {
      if (!isEmpty(gathered)) void send();
    },
    async settled() {
      write();
      await writing;
    },
  };
}

const NOTHING: Batch = { updates: [], put: [], removed: [] };

function isEmpty({ updates, put, removed }: Batch): boolean {
  return updates.length + put.length + removed.length === 0;
}

/** Two batches as one: of each entry of the history only what was said last. */
function joined(first: Batch, second: Batch): Batch {
  if (isEmpty(first)) return second;
  const said = new Map<string, { readonly entry: HistoryEntry; readonly isRemoved: boolean }>();
  for (const { put, removed } of [first, second]) {
    for (const entry of removed) said.set(entryKey(entry), { entry, isRemoved: true });
    for (const entry of put) said.set(entryKey(entry), { entry, isRemoved: false });
  }
  const last = [...said.values()];
  return {
    updates: [...first.updates, ...second.updates],
    put: last.filter(({ isRemoved }) => !isRemoved).map(({ entry }) => entry),
    removed: last.filter(({ isRemoved }) => isRemoved).map(({ entry }) => entry),
  };
}
