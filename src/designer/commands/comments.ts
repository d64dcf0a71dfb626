import type { ElementId } from '#prelude/ids.ts';
import type { Editor } from '../editor/editor.ts';

/** Writes a comment into the working copy, on an element or on the whole. */
export function addComment(
  editor: Editor,
  text: string,
  more: { readonly element: ElementId | undefined; readonly author: string; readonly at: string },
): void {
  const words = text.trim();
  if (words === '') return;
  editor.edit('Add comment', (draft) => {
    const { element, author, at } = more;
    draft.put(['comments', draft.newId('comment')], {
      ...(element === undefined ? {} : { element }),
      author,
      at,
      text: words,
    });
    return undefined;
  });
}

export function resolveComment(editor: Editor, id: string, resolved: boolean): void {
  editor.edit(resolved ? 'Resolve comment' : 'Open comment again', (draft) => {
    draft.put(['comments', id, 'resolved'], resolved || undefined);
    return undefined;
  });
}
