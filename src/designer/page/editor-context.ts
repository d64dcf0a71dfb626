import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Editor } from '../editor/editor.ts';
import type { EditorState } from '../editor/state.ts';

const EditorContext = createContext<Editor | undefined>(undefined);

export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('An editor must be open here');
  return editor;
}

/** A part of the editor's state; the component is drawn again when that part is another object. */
export function useEditorState<T>(pick: (state: EditorState) => T): T {
  const editor = useEditor();
  return useSyncExternalStore(editor.subscribe, () => pick(editor.state));
}

export function useInteraction() {
  return useEditorState((state) => state.interaction);
}
