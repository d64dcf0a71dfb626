import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { HistoryEntry } from '../document/history.ts';
import type { Batch } from './content.ts';
import { type Kept, openWriter } from './writer.ts';

const entry = (n: number, name = `Edit ${n}`): HistoryEntry => ({
  n,
  tab: 'tab_test',
  name,
  at: n,
  changes: [],
  undone: false,
  selected: [],
});

/** A store whose writes end when they are told to. */
class SlowStore {
  readonly written: Batch[] = [];
  readonly kept: Kept['kind'][] = [];
  #end: ((error?: Error) => void) | undefined;
  #again: (() => void) | undefined;

  readonly writer = openWriter({
    store: (batch) =>
      new Promise((resolve, reject) => {
        this.#end = (error) => {
          this.#end = undefined;
          if (error) return reject(error);
          this.written.push(batch);
          resolve();
        };
      }),
    stored: () => undefined,
    changed: ({ kind }) => this.kept.push(kind),
    later: (again) => {
      this.#again = again;
    },
  });

  get isWriting(): boolean {
    return this.#end !== undefined;
  }

  /** Ends the write under way, and waits until the writer took notice. */
  async end(error?: Error): Promise<void> {
    this.#end?.(error);
    await turn();
  }

  async tryAgain(): Promise<void> {
    this.#again?.();
    await turn();
  }

  /** What a command does: it changes the document, then records itself. */
  edit(n: number): void {
    this.writer.add(Uint8Array.of(n));
    this.writer.put(entry(n));
  }

  get updates(): readonly number[] {
    return this.written.flatMap(({ updates }) => updates.map((update) => update[0] ?? 0));
  }

  get entries(): readonly number[] {
    return this.written.flatMap(({ put }) => put.map(({ n }) => n));
  }
}

/** Lets everything run that waits for nothing but its turn. */
async function turn(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}

const FULL = new Error('The store is full');

test('an edit and its entry of the history are one write', async () => {
  const store = new SlowStore();
  store.edit(1);
  expect(store.isWriting).toBe(false);
  await turn();
  await store.end();
  expect(store.written).toEqual([{ updates: [Uint8Array.of(1)], put: [entry(1)], removed: [] }]);
  expect(store.kept).toEqual(['storing', 'stored']);
});

test('edits made during a write follow together, in the next', async () => {
  const store = new SlowStore();
  store.edit(1);
  await turn();
  store.edit(2);
  await turn();
  store.edit(3);
  await turn();
  await store.end();
  expect(store.written).toHaveLength(1);
  expect(store.kept.at(-1)).toBe('storing');
  await store.end();
  expect(store.written.map(({ updates }) => updates.length)).toEqual([1, 2]);
  expect(store.kept.at(-1)).toBe('stored');
});

test('of an entry that grows as one types, only the last is written; of one that was taken back, nothing', async () => {
  const store = new SlowStore();
  store.writer.put(entry(1, 'H'));
  store.writer.put(entry(1, 'Hello'));
  store.writer.put(entry(2));
  store.writer.remove([entry(2)]);
  await turn();
  await store.end();
  expect(store.written).toEqual([{ updates: [], put: [entry(1, 'Hello')], removed: [entry(2)] }]);
});

test('what was refused is said and kept, and written with all that followed', async () => {
  const store = new SlowStore();
  store.edit(1);
  await turn();
  store.edit(2);
  await store.end(FULL);
  expect(store.kept.at(-1)).toBe('refused');
  store.edit(3);
  await turn();
  await store.end(FULL);
  expect(store.written).toEqual([]);
  await store.tryAgain();
  await store.end();
  expect(store.written).toHaveLength(1);
  expect(store.updates).toEqual([1, 2, 3]);
  expect(store.entries).toEqual([1, 2, 3]);
  expect(store.kept).toEqual(['storing', 'refused', 'refused', 'stored']);
});

test('a page that is about to go does not wait for the write under way', async () => {
  const store = new SlowStore();
  store.edit(1);
  await turn();
  store.edit(2);
  store.writer.hurry();
  await store.end();
  expect(store.updates).toEqual([2]);
});

test('whatever is refused and however long writes take, no stored edit lacks its entry, and none is lost or doubled', async () => {
  const act = fc.constantFrom('edit', 'turn', 'end', 'refuse', 'again');
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 40 }), async (acts) => {
      const store = new SlowStore();
      let edits = 0;
      for (const wish of acts) {
        if (wish === 'edit') store.edit(++edits);
        else if (wish === 'turn') await turn();
        else if (wish === 'end') await store.end();
        else if (wish === 'refuse') await store.end(FULL);
        else if (wish === 'again') await store.tryAgain();
        expect(store.updates).toEqual(store.entries);
      }
      await store.tryAgain();
      while (store.isWriting) await store.end();
      expect(store.updates).toEqual(Array.from({ length: edits }, (_, index) => index + 1));
      expect(store.entries).toEqual(store.updates);
    }),
  );
});
