import type { ElementId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Change } from './change.ts';
import type { InteractionDocument } from './interaction-document.ts';

/** One named edit that can be taken back. */
export interface HistoryEntry {
  /** Counted up within the document; the order of edits. */
  readonly n: number;
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

/** Keeps the log where it outlives the tab. Calls are in order; none may throw. */
export interface HistoryStore {
  put(entry: HistoryEntry): void;
  remove(numbers: readonly number[]): void;
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
  record(edit: Omit<HistoryEntry, 'n' | 'undone'>): void;
  undo(): Undone | undefined;
  redo(): Undone | undefined;
  /** The next edit stands by itself, even with the same merge key. */
  seal(): void;
}

/** Edits that are kept to be undone; the oldest go first. */
const MOST_ENTRIES = 10_000;

/** Pauses longer than this begin a new entry, in milliseconds. */
const MERGE_WITHIN = 2_000;

/** A log over a document, continued from what was stored. */
export function openHistory(
  document: InteractionDocument,
  stored: readonly HistoryEntry[],
  store: HistoryStore,
): History {
  let done = stored.filter((entry) => !entry.undone).sort((a, b) => a.n - b.n);
  let undone = stored.filter((entry) => entry.undone).sort((a, b) => b.n - a.n);
  let next = 1 + Math.max(0, ...stored.map((entry) => entry.n));
  let sealed = true;

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
      store.remove(undone.map((entry) => entry.n));
      undone = [];
      const last = done.at(-1);
      const joins =
        !sealed && last?.merge !== undefined && last.merge === edit.merge && edit.at - last.at <= MERGE_WITHIN;
      const entry =
        joins && last
          ? { ...last, at: edit.at, changes: joined(last.changes, edit.changes) }
          : { ...edit, n: next++, undone: false };
      done = joins ? [...done.slice(0, -1), entry] : [...done, entry];
      sealed = false;
      store.put(entry);
      if (done.length > MOST_ENTRIES) {
        store.remove(done.slice(0, done.length - MOST_ENTRIES).map((old) => old.n));
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
  };
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
