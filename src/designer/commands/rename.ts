import type { ElementId } from '#prelude/ids.ts';
import type { Editor } from '../editor/editor.ts';
import { type Command, oneSelected } from './command.ts';

/** Gives an element another name; an empty one changes nothing. */
export function renameElement(editor: Editor, element: ElementId, name: string): void {
  const trimmed = name.trim().slice(0, 200);
  if (trimmed === '' || editor.interaction.elements[element]?.name === trimmed) return;
  editor.edit(
    `Rename to “${trimmed}”`,
    (draft) => {
      draft.put(['elements', element, 'name'], trimmed);
      return undefined;
    },
    `rename:${element}`,
  );
}

export const rename: Command = {
  id: 'rename',
  title: 'Rename',
  group: 'Edit',
  keys: ['F2'],
  enabled: oneSelected,
  run(editor) {
    const element = editor.state.selected[0];
    if (element === undefined) return;
    editor.host.reveal([element]);
    editor.show({ kind: 'rename', element, on: 'map' });
  },
};
