import { iconNamed } from '#map/icons.ts';
import { Button } from '#ui/button.tsx';
import { insertElement } from '../commands/insert-element.ts';
import { useEditor, useEditorState } from './editor-context.ts';

/** What to do with a map that has nothing on it yet. */
export function EmptyMap() {
  const editor = useEditor();
  const isEmpty = useEditorState((state) => Object.keys(state.interaction.elements).length === 0);
  if (!isEmpty) return null;
  const pages = [...editor.catalog.values()].filter(({ group }) => group === 'page');
  return (
    <div className="designer-empty">
      <h2>Begin with what is said or asked first</h2>
      <div className="designer-empty-acts">
        {pages.map((type) => {
          const Icon = iconNamed(type.icon);
          return (
            <Button key={type.type} icon={<Icon />} onPress={() => insertElement(editor, type)}>
              Insert {type.title}
            </Button>
          );
        })}
      </div>
      <p>Or drag a file here. Press ? for all shortcuts.</p>
    </div>
  );
}
