import { useMemo } from 'react';
import { elementIds } from '#format/graph.ts';
import type { ElementId } from '#prelude/ids.ts';
import { KeyCap } from '#ui/key-cap.tsx';
import { commandsFor } from '../commands/table.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { elementItems } from './element-items.tsx';
import { Picker } from './picker.tsx';

/** Every command that is possible now, and every element. */
export function Palette({ elementsOnly }: { elementsOnly: boolean }) {
  const editor = useEditor();
  const interaction = useInteraction();
  const items = useMemo(() => {
    const elements = elementItems(editor, elementIds(interaction), interaction);
    if (elementsOnly) return elements;
    const commands = commandsFor(editor.catalog)
      .filter((command) => command.id !== 'palette' && (command.enabled?.(editor) ?? true))
      .map((command) => ({
        id: `command ${command.id}`,
        label: command.title,
        also: command.group,
        ...(command.keys?.[0] ? { trailing: <KeyCap shortcut={command.keys[0]} /> } : {}),
      }));
    return [...commands, ...elements];
  }, [editor, interaction, elementsOnly]);
  const close = () => editor.show(undefined);
  const pick = (id: string) => {
    const command = commandsFor(editor.catalog).find((candidate) => `command ${candidate.id}` === id);
    close();
    if (!command) {
      editor.select([id as ElementId]);
      editor.host.reveal([id as ElementId]);
    }
    // The dialog gives the focus back first; a command may move it on from there.
    requestAnimationFrame(() => (command ? command.run(editor) : editor.host.focusMap()));
  };
  return (
    <Picker
      title={elementsOnly ? 'Go to an element' : 'Commands and elements'}
      placeholder={elementsOnly ? 'Name, text or id of an element' : 'What do you want to do, or where to go?'}
      items={items}
      onPick={pick}
      onClose={close}
    />
  );
}
