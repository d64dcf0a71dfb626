import type { ElementId } from '#prelude/ids.ts';
import type { Editor } from './editor.ts';

/** Brings a person to an element: it is selected, in sight, and has the focus, so that keys act on it and it is read. */
export function goToElement(editor: Editor, element: ElementId): void {
  editor.select([element]);
  editor.host.reveal([element]);
  editor.host.focusMap();
}
