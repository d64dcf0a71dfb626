import type { HistoryEntry, HistoryStore } from '../document/history.ts';
import { database, done, ofCopy } from './database.ts';

/** What can be undone in a working copy, as it was kept. */
export async function storedHistory(copy: string): Promise<readonly HistoryEntry[]> {
  const store = (await database()).transaction('history').objectStore('history');
  const rows: { copy: string; entry: HistoryEntry }[] = await done(store.getAll(ofCopy(copy)));
  return rows.map((row) => row.entry);
}

/** Keeps the log in this browser. Writes are queued in order; one that fails costs an undo step, never an edit. */
export function historyStore(copy: string): HistoryStore {
  const write = (work: (store: IDBObjectStore) => void) => {
    void database().then((opened) => work(opened.transaction('history', 'readwrite').objectStore('history')));
  };
  return {
    put: (entry) => write((store) => store.put({ copy, n: entry.n, entry })),
    remove(numbers) {
      if (numbers.length > 0) write((store) => numbers.forEach((n) => void store.delete([copy, n])));
    },
  };
}
