import type { Variable } from '#format/interaction.ts';
import type { VariableKey } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Editor } from '../editor/editor.ts';
import { usesOf } from '../editor/references.ts';
import { slug } from '../editor/slug.ts';

/** Makes a variable that no element makes by itself; returns its key. */
export function addVariable(editor: Editor, label: string, type: Variable['type']): string {
  const base = slug(label) || 'value';
  const taken = (key: string) => Object.hasOwn(editor.interaction.variables, key);
  let key = base;
  for (let n = 2; taken(key); n++) key = `${base}_${n}`;
  editor.edit(`Add variable “${label}”`, (draft) => {
    draft.put(['variables', key], { type, label });
    return undefined;
  });
  return key;
}

/** Changes something of a variable's declaration. Its key stays: texts and rules name it. */
export function changeVariable(editor: Editor, key: string, property: keyof Variable, value: Json | undefined): void {
  editor.edit(
    property === 'label' ? 'Rename variable' : 'Change variable',
    (draft) => {
      draft.put(['variables', key, property], value);
      return undefined;
    },
    `variable:${key}:${property}`,
  );
}

/** Removes a variable that nothing uses. */
export function removeVariable(editor: Editor, key: VariableKey): void {
  if (usesOf(editor.interaction, editor.catalog, key).length > 0) return;
  editor.edit('Remove variable', (draft) => {
    draft.put(['variables', key], undefined);
    return undefined;
  });
}
