import * as Y from 'yjs';
import type { HistoryEntry } from '../document/history.ts';
import { done } from './database.ts';

/** What one write brings into the store: edits of the document with their entries of the history, or neither. */
export interface Batch {
  readonly updates: readonly Uint8Array[];
  readonly put: readonly HistoryEntry[];
  readonly removed: readonly HistoryEntry[];
}

const VERSION = 2;

/** The database that holds the content of a copy: the updates its document is made of, and what can be undone. */
export function contentName(copy: string): string {
  return `waymark-copy-${copy}`;
}

/** Opens the content of a copy, empty where there was none. It is let go when another tab deletes or migrates it. */
export function openContent(copy: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(contentName(copy), VERSION);
    request.onupgradeneeded = ({ oldVersion }) => migrate(request.result, oldVersion);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const content = request.result;
      content.onversionchange = () => content.close();
      resolve(content);
    };
  });
}

function migrate(content: IDBDatabase, from: number): void {
  if (from < 1) content.createObjectStore('updates', { autoIncrement: true });
  // Version 1 had a store of notes that nobody wrote, and the history in a database of its own: stored apart from the
  // document it need not fit it, so it stays behind.
  else content.deleteObjectStore('custom');
  content.createObjectStore('history', { keyPath: ['n', 'tab'] });
}

/** Everything that is stored, as of one moment. */
export async function readContent(content: IDBDatabase): Promise<{ updates: Uint8Array[]; entries: HistoryEntry[] }> {
  const transaction = content.transaction(['updates', 'history']);
  const [updates, entries] = await Promise.all([
    done<Uint8Array[]>(transaction.objectStore('updates').getAll()),
    done<HistoryEntry[]>(transaction.objectStore('history').getAll()),
  ]);
  return { updates, entries };
}

/** Stores all of a batch or, where it is refused, nothing. */
export function writeContent(content: IDBDatabase, { updates, put, removed }: Batch): Promise<void> {
  return inOneWrite(content, (transaction) => {
    if (updates.length > 0) transaction.objectStore('updates').add(merged(updates));
    const history = transaction.objectStore('history');
    for (const { n, tab } of removed) history.delete([n, tab]);
    for (const entry of put) history.put(entry);
    // Said aloud, the store ends the write by itself; else it would wait for a tab that may be gone by then.
    transaction.commit();
  });
}

/** Makes one row of the many that the document consists of, without what was deleted. */
export function compactContent(content: IDBDatabase): Promise<void> {
  return inOneWrite(content, (transaction) => {
    const store = transaction.objectStore('updates');
    const keys = store.getAllKeys();
    const rows: IDBRequest<Uint8Array[]> = store.getAll();
    rows.onsuccess = () => {
      const last = keys.result.at(-1);
      if (last === undefined) return;
      const whole = new Y.Doc();
      whole.transact(() => rows.result.forEach((update) => void Y.applyUpdate(whole, update)));
      store.add(Y.encodeStateAsUpdate(whole));
      store.delete(IDBKeyRange.upperBound(last));
      whole.destroy();
    };
  });
}

export function deleteContent(copy: string): Promise<unknown> {
  return done(indexedDB.deleteDatabase(contentName(copy)));
}

function inOneWrite(content: IDBDatabase, work: (transaction: IDBTransaction) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = content.transaction(['updates', 'history'], 'readwrite');
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new DOMException('Aborted', 'AbortError'));
    try {
      work(transaction);
    } catch (error) {
      transaction.abort();
      throw error;
    }
  });
}

function merged(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates;
  return first !== undefined && updates.length === 1 ? first : Y.mergeUpdates([...updates]);
}
