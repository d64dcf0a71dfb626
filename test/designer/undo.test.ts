import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { openDocument } from '#designer/document/interaction-document.ts';
import { elementIds } from '#format/graph.ts';
import type { ElementId } from '#prelude/ids.ts';
import { TestDesigner } from './test-designer.ts';

/** Commands that a person may give at any moment; numbers pick among what is there. */
const act = fc.oneof(
  fc.record({
    do: fc.constant('insert' as const),
    type: fc.constantFrom('Question', 'Choice', 'Statement', 'Decision', 'Assignment', 'End', 'Note'),
  }),
  fc.record({ do: fc.constant('select' as const), picks: fc.array(fc.nat(20), { maxLength: 4 }) }),
  fc.record({ do: fc.constant('connect' as const), from: fc.nat(20), to: fc.nat(20) }),
  fc.record({ do: fc.constant('rename' as const), name: fc.constantFrom('Problem', 'Welcome', 'Größe', 'Problem 2') }),
  fc.record({ do: fc.constant('text' as const), text: fc.constantFrom('Hello', 'Hello {problem}', '') }),
  fc.record({ do: fc.constant('paste' as const) }),
  fc.record({
    do: fc.constant('command' as const),
    id: fc.constantFrom(
      'delete',
      'set-as-start',
      'duplicate',
      'copy',
      'cut',
      'add-choice',
      'move-right',
      'align-column',
    ),
  }),
);

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

async function perform(designer: TestDesigner, { ...wish }: Act): Promise<void> {
  const ids = elementIds(designer.file);
  const pick = (n: number): ElementId | undefined => ids[n % Math.max(1, ids.length)];
  const nameOf = (id: ElementId) => designer.file.elements[id]?.name ?? '';
  switch (wish.do) {
    case 'insert':
      designer.insert(wish.type);
      return;
    case 'select':
      designer.editor.select([...new Set(wish.picks.flatMap((n) => pick(n) ?? []))]);
      return;
    case 'connect': {
      const [from, to] = [pick(wish.from), pick(wish.to)];
      if (from && to) designer.connect(nameOf(from), nameOf(to));
      return;
    }
    case 'rename':
    case 'text': {
      const id = designer.editor.state.selected[0];
      if (!id) return;
      if (wish.do === 'text') designer.set(nameOf(id), 'text.en', wish.text);
      else designer.set(nameOf(id), 'name', wish.name);
      return;
    }
    case 'paste':
      designer.paste(designer.clipboard);
      return;
    case 'command':
      if (designer.can(wish.id)) await designer.run(wish.id);
  }
}

test('after any commands, undoing all and redoing all gives the same bytes at every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), fc.nat(), async (acts, reloadAt) => {
      const designer = new TestDesigner();
      const empty = designer.text;
      for (const wish of acts) await perform(designer, wish);
      const states = [designer.text];
      let steps = 0;
      while (designer.editor.history.undoable) {
        designer.undo();
        steps++;
        states.push(designer.text);
        if (steps === reloadAt % 25) designer.reload();
      }
      expect(designer.text).toBe(empty);
      for (let back = states.length - 2; back >= 0; back--) {
        designer.redo();
        expect(designer.text).toBe(states[back]);
      }
      expect(designer.editor.history.redoable).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});

test('whatever is done, no connector and no start refers to an element that is gone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      const designer = new TestDesigner();
      for (const wish of acts) await perform(designer, wish);
      const { elements, connectors, start, layout } = designer.file;
      const there = (id: string) => Object.hasOwn(elements, id);
      expect(Object.values(connectors).every(({ from, to }) => there(from) && there(to))).toBe(true);
      expect(start === undefined || there(start)).toBe(true);
      expect(Object.keys(layout.positions).sort()).toEqual(Object.keys(elements).sort());
    }),
    { numRuns: 150 },
  );
});

test('an undo keeps what somebody else has changed since', () => {
  const designer = new TestDesigner();
  designer.insert('Statement', 'Welcome').set('Welcome', 'text.en', 'Hello');
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(designer.editor.document.shared));
  const theirs = openDocument(other);
  const id = designer.id('Welcome');
  const file = theirs.read();
  const element = file.elements[id];
  if (!element) throw new Error('gone');
  theirs.become({ ...file, elements: { ...file.elements, [id]: { ...element, text: { en: 'Good morning' } } } });
  Y.applyUpdate(designer.editor.document.shared, Y.encodeStateAsUpdate(other));

  designer.undo();
  expect(designer.element('Welcome').text).toEqual({ en: 'Good morning' });
  expect(designer.editor.state.said).toContain('1 change made since');
});

test('two people edit different languages of one text and both edits stay', () => {
  const designer = new TestDesigner();
  designer.insert('Statement', 'Welcome').set('Welcome', 'text', { en: 'Hello', es: 'Hola' });
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(designer.editor.document.shared));
  const theirs = openDocument(other);
  const id = designer.id('Welcome');
  const file = theirs.read();
  const element = file.elements[id];
  if (!element) throw new Error('gone');
  theirs.become({
    ...file,
    elements: { ...file.elements, [id]: { ...element, text: { en: 'Hello', es: 'Buenos días' } } },
  });
  designer.set('Welcome', 'text.en', 'Welcome to support');
  Y.applyUpdate(designer.editor.document.shared, Y.encodeStateAsUpdate(other));
  expect(designer.element('Welcome').text).toEqual({ en: 'Welcome to support', es: 'Buenos días' });
});

test('somebody connects an element while another one deletes it: the file stays whole for both', () => {
  const designer = new TestDesigner();
  designer.insert('Statement', 'One').select().insert('Statement', 'Two');
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(designer.editor.document.shared));
  const theirs = openDocument(other);
  const file = theirs.read();
  const [one, two] = [designer.id('One'), designer.id('Two')];
  theirs.become({ ...file, connectors: { ...file.connectors, k_theirs: { from: one, to: two } } } as typeof file);
  designer.select('Two').command('delete').run(designer.editor);
  const update = Y.encodeStateAsUpdate(designer.editor.document.shared);
  Y.applyUpdate(designer.editor.document.shared, Y.encodeStateAsUpdate(other));
  Y.applyUpdate(other, update);
  expect(designer.map).toEqual([]);
  expect(theirs.read().connectors).toEqual({});
});

test('typing in one field is one entry of the history; a pause or another field begins a new one', () => {
  const designer = new TestDesigner();
  designer.insert('Statement', 'Welcome').select('Welcome');
  for (const text of ['H', 'He', 'Hello']) designer.set('Welcome', 'text.en', text);
  const { length } = designer.editor.history.entries;
  designer.undo();
  expect(designer.element('Welcome').text).toEqual({ en: '' });
  designer.redo();
  expect(designer.element('Welcome').text).toEqual({ en: 'Hello' });
  expect(designer.editor.history.entries.length).toBe(length);
  designer.clock.advance(10_000);
  designer.set('Welcome', 'text.en', 'Hello there').undo();
  expect(designer.element('Welcome').text).toEqual({ en: 'Hello' });
});
