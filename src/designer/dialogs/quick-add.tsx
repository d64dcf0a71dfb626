import { typesToward } from '../commands/connect.ts';
import { insertElement } from '../commands/insert-element.ts';
import type { Dialog } from '../editor/state.ts';
import { useEditor } from '../page/editor-context.ts';
import { typeItems } from './element-items.tsx';
import { Picker } from './picker.tsx';

/** What to insert: after an element, from one of its ways out, or on a spot of the map. */
export function QuickAdd({ wish }: { wish: Extract<Dialog, { kind: 'quick-add' }> }) {
  const editor = useEditor();
  const types = typesToward(editor, wish.after[0], wish.exit);
  const close = () => editor.show(undefined);
  const pick = (id: string) => {
    close();
    const type = editor.catalog.get(id);
    if (!type) return;
    const { after, exit, on, at } = wish;
    requestAnimationFrame(() => insertElement(editor, type, { after, exit, on, at }));
  };
  return (
    <Picker
      title={wish.after.length > 0 ? 'Insert after it' : 'Insert'}
      placeholder="Type of element"
      items={typeItems(types)}
      onPick={pick}
      onClose={() => {
        close();
        editor.host.focusMap();
      }}
    />
  );
}
