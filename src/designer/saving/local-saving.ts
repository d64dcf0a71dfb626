import * as Y from 'yjs';
import type { HistoryEntry, HistoryStore } from '../document/history.ts';
import { type Batch, compactContent, contentName, openContent, readContent, writeContent } from './content.ts';
import { type Kept, openWriter } from './writer.ts';

/** Keeps a document and its history in this browser and in step with other tabs. */
export interface LocalSaving {
  /** What could be undone when it was opened. */
  readonly entries: readonly HistoryEntry[];
  /** Where the history is kept; each entry is stored in one write with the edit it names. */
  readonly log: HistoryStore;
  readonly kept: Kept;
  subscribe(listener: () => void): () => void;
  /** Takes edits of other tabs from here on; the listener is told what they did to the history, before they are seen. */
  follow(listener: (put: readonly HistoryEntry[], removed: readonly HistoryEntry[]) => void): void;
  /** Resolves when what was edited is stored, or could not be. */
  close(): Promise<void>;
}

const FROM_STORE = Symbol('stored');
const FROM_TAB = Symbol('other tab');

/** Rows of one document; opening reads them all, so that many are made one. */
const MOST_ROWS = 500;

/** Until a refused write is tried again, in milliseconds. */
const AGAIN = 3_000;

/** Fills the document with what is stored, then stores every edit as it is made. */
export async function keepInBrowser(id: string, doc: Y.Doc): Promise<LocalSaving> {
  // Other tabs tell of what is stored. Who listens before reading therefore misses nothing.
  const channel = new BroadcastChannel(contentName(id));
  const heard: Batch[] = [];
  channel.onmessage = (event: MessageEvent<Batch>) => void heard.push(event.data);
  const content = await openContent(id);
  const { updates, entries } = await readContent(content);
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update, FROM_STORE);
  }, FROM_STORE);

  let rows = updates.length;
  let kept: Kept = { kind: 'stored' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const writer = openWriter({
    async store(batch) {
      await writeContent(content, batch);
      if (batch.updates.length === 0 || ++rows < MOST_ROWS) return;
      rows = 0;
      // What could not be made smaller is whole all the same.
      await compactContent(content).catch(() => undefined);
    },
    stored: (batch) => channel.postMessage(batch),
    changed(next) {
      kept = next;
      for (const listener of listeners) listener();
    },
    later(again) {
      clearTimeout(timer);
      timer = setTimeout(again, AGAIN);
    },
  });
  const edited = (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_STORE && origin !== FROM_TAB) writer.add(update);
  };
  doc.on('update', edited);
  const hurry = () => writer.hurry();
  window.addEventListener('pagehide', hurry);

  return {
    entries,
    log: writer,
    get kept() {
      return kept;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    follow(listener) {
      const take = ({ updates: made, put, removed }: Batch) => {
        if (put.length + removed.length > 0) listener(put, removed);
        for (const update of made) Y.applyUpdate(doc, update, FROM_TAB);
      };
      heard.forEach(take);
      channel.onmessage = (event: MessageEvent<Batch>) => take(event.data);
    },
    async close() {
      doc.off('update', edited);
      window.removeEventListener('pagehide', hurry);
      await writer.settled();
      clearTimeout(timer);
      channel.close();
      content.close();
    },
  };
}
