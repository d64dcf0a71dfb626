import type { FilePatch } from '#contract/file-patch.ts';
import type { Editor } from '../editor/editor.ts';

/** Makes the edits that mend a problem. */
export function applyFix(editor: Editor, label: string, patches: readonly FilePatch[]): void {
  editor.edit(label, (draft) => {
    for (const { path, value } of patches) draft.put(path, value);
    return undefined;
  });
}
