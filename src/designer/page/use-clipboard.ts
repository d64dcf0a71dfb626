import { useEffect } from 'react';
import { clipboardText, pasteText } from '../commands/clipboard.ts';
import { deleteElements } from '../commands/delete.ts';
import { useEditor } from './editor-context.ts';
import { isField } from './use-shortcuts.ts';

/** Copy, cut and paste by the browser's own events: no permission is asked, and text may come from any program. */
export function useClipboard(): void {
  const editor = useEditor();
  useEffect(() => {
    const isOurs = (event: ClipboardEvent) =>
      !isField(event.target) && !isField(document.activeElement) && editor.state.dialog === undefined;
    const copy = (event: ClipboardEvent) => {
      const ids = editor.state.selected;
      if (!isOurs(event) || ids.length === 0 || (getSelection()?.toString() ?? '') !== '') return;
      event.preventDefault();
      event.clipboardData?.setData('text/plain', clipboardText(editor));
      const words = ids.length === 1 ? '1 element' : `${ids.length} elements`;
      if (event.type === 'cut') deleteElements(editor, ids, `Cut ${words}`);
      else editor.say(`Copied ${words}`);
    };
    const paste = (event: ClipboardEvent) => {
      if (!isOurs(event)) return;
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (text === '') return;
      event.preventDefault();
      pasteText(editor, text);
    };
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, [editor]);
}
