import type { ElementId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Change } from './change.ts';
import type { InteractionDocument } from './interaction-document.ts';

/** One named edit that can be taken back. */
export interface HistoryEntry {
  /** Counted up within the document; the order of edits. */
  readonly n: number;
  /** The tab it was made in: two tabs of one person may count the same number at the same moment. */
  readonly tab: string;
  /** What the person did, as *Undo* says it: `Insert Question`. */
  readonly name: string;
  readonly at: Instant;
  readonly changes: readonly Change[];
  readonly undone: boolean;
  /** Edits that follow each other with the same key, such as typing in one field, become one entry. */
  readonly merge?: string;
  /** What was selected before, so that an undo shows where it happened. */
  readonly selected: readonly ElementId[];
}

/**
 * Keeps the log where it outlives the tab. Calls are in order; none may throw. Each comes right after the change of the
 * document that it belongs to, so that the two can be stored as one.
 */
export interface HistoryStore {
  put(entry: HistoryEntry): void;
  remove(entries: readonly HistoryEntry[]): void;
}

export interface Undone {
  readonly entry: HistoryEntry;
  /** Properties that somebody has changed since and which therefore stayed as they are. */
  readonly kept: number;
}

/** The log of one's own edits of a document. */
export interface History {
  readonly undoable: HistoryEntry | undefined;
  readonly redoable: HistoryEntry | undefined;
  readonly entries: readonly HistoryEntry[];
  record(edit: Omit<HistoryEntry, 'n' | 'tab' | 'undone'>): void;
  undo(): Undone | undefined;
  redo(): Undone | undefined;
  /** The next edit stands by itself, even with the same merge key. */
  seal(): void;
  /** Follows what another tab of the same person has put into the log and removed from it. */
  take(put: readonly HistoryEntry[], removed: readonly HistoryEntry[]): void;
}

/** Edits that are kept to be undone; the oldest go first. */
const MOST_ENTRIES = 10_000;

/** Pauses longer than this begin a new entry, in milliseconds. */
const MERGE_WITHIN = 2_000;

/** A log over a document, continued from what was stored. `tab` is an id that no other open tab has. */
export function openHistory(
  document: InteractionDocument,
  stored: readonly HistoryEntry[],
  store: HistoryStore,
  tab: string,
): History {
  /** The last is the one to undo. */
  let done: readonly HistoryEntry[] = [];
  /** The last is the one to redo. */
  let undone: readonly HistoryEntry[] = [];
  let next = 1;
  let sealed = true;

  const hold = (entries: readonly HistoryEntry[]) => {
    const inOrder = entries.toSorted((a, b) => a.n - b.n || (a.tab < b.tab ? -1 : 1));
    done = inOrder.filter((entry) => !entry.undone);
    undone = inOrder.filter((entry) => entry.undone).reverse();
    next = 1 + Math.max(next - 1, inOrder.at(-1)?.n ?? 0);
  };
  hold(stored);

  const turn = (entry: HistoryEntry, direction: 'undo' | 'redo'): Undone => {
    const turned = { ...entry, undone: direction === 'undo' };
    const wanted = direction === 'undo' ? entry.changes.map(turnedRound).reverse() : entry.changes;
    const kept = document.turn(wanted);
    store.put(turned);
    sealed = true;
    return { entry: turned, kept };
  };

  return {
    get undoable() {
      return done.at(-1);
    },
    get redoable() {
      return undone.at(-1);
    },
    get entries() {
      return [...done, ...undone.toReversed()];
    },
    record(edit) {
      if (edit.changes.length === 0) return;
      if (undone.length > 0) store.remove(undone);
      undone = [];
      const last = done.at(-1);
      const joins =
        !sealed && last?.merge !== undefined && last.merge === edit.merge && edit.at - last.at <= MERGE_WITHIN;
      const entry =
        joins && last
          ? { ...last, at: edit.at, changes: joined(last.changes, edit.changes) }
          : { ...edit, n: next++, tab, undone: false };
      done = joins ? [...done.slice(0, -1), entry] : [...done, entry];
      sealed = false;
      store.put(entry);
      if (done.length > MOST_ENTRIES) {
        store.remove(done.slice(0, done.length - MOST_ENTRIES));
        done = done.slice(-MOST_ENTRIES);
      }
    },
    undo() {
      const entry = done.at(-1);
      if (!entry) return undefined;
      done = done.slice(0, -1);
      const result = turn(entry, 'undo');
      undone = [...undone, result.entry];
      return result;
    },
    redo() {
      const entry = undone.at(-1);
      if (!entry) return undefined;
      undone = undone.slice(0, -1);
      const result = turn(entry, 'redo');
      done = [...done, result.entry];
      return result;
    },
    seal() {
      sealed = true;
    },
    take(put, removed) {
      const byKey = new Map([...done, ...undone].map((entry) => [entryKey(entry), entry]));
      for (const entry of removed) byKey.delete(entryKey(entry));
      for (const entry of put) byKey.set(entryKey(entry), entry);
      hold([...byKey.values()]);
      sealed = true;
    },
  };
}

/** What tells two entries of one log apart. */
export function entryKey({ n, tab }: Pick<HistoryEntry, 'n' | 'tab'>): string {
  return `${n} ${tab}`;
}

function turnedRound({ path, before, after }: Change): Change {
  return {
    path,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  };
}

/** Two edits of the same properties as one: from what the first found to what the second left. */
function joined(first: readonly Change[], second: readonly Change[]): readonly Change[] {
  const byPath = new Map(first.map((change) => [change.path.join('\n'), change]));
  for (const change of second) {
    const key = change.path.join('\n');
    const earlier = byPath.get(key);
    if (!earlier) byPath.set(key, change);
    else {
      const { after: _replaced, ...start } = earlier;
      byPath.set(key, change.after === undefined ? start : { ...start, after: change.after });
    }
  }
  return [...byPath.values()];
}
