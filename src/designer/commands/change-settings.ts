import type { ElementId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Editor } from '../editor/editor.ts';

/**
 * Sets one setting of an element, or removes it. Typing in one field becomes one entry of the history; of a setting that
 * several fields share, the label tells them apart.
 */
export function changeSetting(
  editor: Editor,
  element: ElementId,
  path: readonly string[],
  value: Json | undefined,
  label: string,
): void {
  if (!Object.hasOwn(editor.interaction.elements, element)) return;
  editor.edit(
    `Change ${label.toLowerCase()}`,
    (draft) => {
      draft.put(['elements', element, ...path], value);
      return undefined;
    },
    `setting:${element}:${path.join('.')}:${label}`,
  );
}

/** Sets something of the Interaction itself: its name, description, languages, target. */
export function changeInteraction(
  editor: Editor,
  path: readonly string[],
  value: Json | undefined,
  label: string,
): void {
  editor.edit(
    `Change ${label.toLowerCase()}`,
    (draft) => {
      draft.put(path, value);
      return undefined;
    },
    `interaction:${path.join('.')}`,
  );
}
