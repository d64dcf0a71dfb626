import type { InteractionTest } from '#format/interaction.ts';
import type { Json } from '#prelude/json.ts';
import type { Editor } from '../editor/editor.ts';
import type { Command } from './command.ts';

/** Adds a test and returns its id. */
export function addTest(editor: Editor, test: InteractionTest, how = 'Add test'): string {
  let id = '';
  editor.edit(`${how} “${test.name}”`, (draft) => {
    do id = draft.newId('t');
    while (Object.hasOwn(draft.now.tests, id));
    draft.put(['tests', id], test as unknown as Json);
    return undefined;
  });
  return id;
}

/** A copy right behind nothing: tests have no order but that of their making. */
export function duplicateTest(editor: Editor, id: string): string | undefined {
  const test = editor.interaction.tests[id];
  return test && addTest(editor, { ...test, name: freeTestName(editor, test.name) }, 'Duplicate test');
}

export function removeTest(editor: Editor, id: string): void {
  const test = editor.interaction.tests[id];
  if (!test) return;
  editor.edit(`Delete test “${test.name}”`, (draft) => {
    draft.put(['tests', id], undefined);
    return undefined;
  });
}

/** Changes one property of a test. Typing in one field becomes one entry of the history. */
export function changeTest<K extends keyof InteractionTest>(
  editor: Editor,
  id: string,
  property: K,
  value: InteractionTest[K],
  field: string,
): void {
  if (!Object.hasOwn(editor.interaction.tests, id)) return;
  editor.edit(
    property === 'name' ? 'Rename test' : 'Change test',
    (draft) => {
      draft.put(['tests', id, property], value as Json | undefined);
      return undefined;
    },
    `test:${id}:${field}`,
  );
}

/** A name that no other test has: `Billing`, `Billing 2`. */
export function freeTestName(editor: Editor, wanted: string): string {
  const taken = new Set(Object.values(editor.interaction.tests).map(({ name }: InteractionTest) => name));
  const base = wanted.slice(0, 190);
  let name = base;
  for (let n = 2; taken.has(name); n++) name = `${base} ${n}`;
  return name;
}

export const runAllTests: Command = {
  id: 'run-tests',
  title: 'Run all tests',
  group: 'Run',
  keys: ['Mod+Alt+Enter'],
  enabled: (editor) => Object.keys(editor.interaction.tests).length > 0,
  run: (editor) => editor.look({ panel: 'tests', runTests: {} }),
};
