import type { ElementType } from '#contract/element-type.ts';
import { iconNamed } from '#map/icons.ts';
import { DRAGGED_TYPE } from '#map/map-editing.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Toolbar } from '#ui/toolbar.tsx';
import { insertElement } from '../commands/insert-element.ts';
import { useEditor } from './editor-context.ts';

/** One icon for each element type: a press inserts after the selected element, dragging puts it anywhere. */
export function InsertToolbar() {
  const { catalog } = useEditor();
  return (
    <div className="designer-insert">
      <Toolbar label="Insert" isFloating>
        {[...catalog.values()].map((type) => (
          <InsertButton key={type.type} type={type} />
        ))}
      </Toolbar>
    </div>
  );
}

function InsertButton({ type }: { type: ElementType }) {
  const editor = useEditor();
  const Icon = iconNamed(type.icon);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging is one way more; the button inside does the same
    <span
      draggable
      className={`designer-insert-type map-group-${type.group}`}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED_TYPE, type.type);
        event.dataTransfer.effectAllowed = 'copy';
      }}
    >
      <IconButton
        label={`Insert ${type.title}`}
        shortcut={type.letter.toUpperCase()}
        placement="bottom"
        icon={<Icon />}
        onPress={() => insertElement(editor, type)}
      />
    </span>
  );
}
