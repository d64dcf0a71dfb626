import { useState } from 'react';
import { settingsOf } from '#format/element-settings.ts';
import type { ElementId } from '#prelude/ids.ts';
import { connect, targetsOf } from '../commands/connect.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { elementItems } from './element-items.tsx';
import { Picker } from './picker.tsx';

/** Connecting by names: first the way out where there are several, then the target. */
export function ConnectDialog({ from, exit: given }: { from: ElementId; exit: string | undefined }) {
  const editor = useEditor();
  const interaction = useInteraction();
  const element = interaction.elements[from];
  const exits = element ? (editor.catalog.get(element.type)?.exits(settingsOf(element)) ?? []) : [];
  const [exit, setExit] = useState(given ?? (exits.length === 1 ? exits[0]?.name : undefined));
  const close = () => {
    editor.show(undefined);
    editor.host.focusMap();
  };
  if (!element) return null;
  if (exit === undefined) {
    return (
      <Picker
        title={`Connect “${element.name}”`}
        placeholder="Which way out?"
        items={exits.map(({ name, label }) => ({ id: name, label }))}
        onPick={setExit}
        onClose={close}
        empty="It has no way out"
      />
    );
  }
  const label = exits.length > 1 ? ` by ${exits.find(({ name }) => name === exit)?.label ?? exit}` : '';
  return (
    <Picker
      key={exit}
      title={`Connect “${element.name}”${label}`}
      placeholder="To which element?"
      items={elementItems(editor, targetsOf(editor, from, exit), interaction)}
      onPick={(to) => {
        close();
        connect(editor, from, exit, to as ElementId);
      }}
      onClose={close}
      empty="There is no element it could lead to"
    />
  );
}
