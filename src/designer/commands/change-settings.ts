import type { ElementId } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { Editor } from '../editor/editor.ts';
import { typedPlace } from './typed-place.ts';

/**
 * Sets one setting of an element, or removes it. Typing in one field becomes one entry of the history, also of a setting
 * that several fields share; what is added, moved or removed is an entry of its own.
 */
export function changeSetting(
  editor: Editor,
  element: ElementId,
  path: readonly string[],
  value: Json | undefined,
  label: string,
): void {
  if (!Object.hasOwn(editor.interaction.elements, element)) return;
  const settings = { ...editor.interaction.elements[element] } as unknown as JsonObject;
  const before = path.reduce<Json | undefined>((held, key) => (isJsonObject(held) ? held[key] : undefined), settings);
  const place = typedPlace(before, value);
  editor.edit(
    `Change ${label.toLowerCase()}`,
    (draft) => {
      draft.put(['elements', element, ...path], value);
      return undefined;
    },
    place === undefined ? undefined : `setting:${element}:${path.join('.')}${place}:${label}`,
  );
}

/** Sets one setting as an edit of its own, which is undone by itself. */
export function editSetting(
  editor: Editor,
  element: ElementId,
  path: readonly string[],
  value: Json | undefined,
  name: string,
): void {
  if (!Object.hasOwn(editor.interaction.elements, element)) return;
  editor.edit(name, (draft) => {
    draft.put(['elements', element, ...path], value);
    return undefined;
  });
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
