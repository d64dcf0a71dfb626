import type { ElementId } from '#prelude/ids.ts';
import { type Draft, settingsOf } from '../editor/draft.ts';
import type { Editor } from '../editor/editor.ts';
import { newElement, optionType } from '../editor/new-element.ts';
import type { Command } from './command.ts';

/** The element whose options are meant: the selected one, or the one that the selected option belongs to. */
export function askingElement(editor: Editor): ElementId | undefined {
  const [selected, second] = editor.state.selected;
  if (selected === undefined || second !== undefined) return undefined;
  if (asks(editor, selected)) return selected;
  const parent = Object.values(editor.interaction.connectors).find((connector) => connector.to === selected)?.from;
  return parent !== undefined && asks(editor, parent) ? parent : undefined;
}

function asks(editor: Editor, id: ElementId): boolean {
  const element = editor.interaction.elements[id];
  const type = element && editor.catalog.get(element.type);
  return element && type ? type.exits(settingsOf(element)).some((exit) => exit.connectors === 'options') : false;
}

/** Adds options to an element that asks, in the order of their names. */
export function addOptions(draft: Draft, asking: ElementId, names: readonly string[]): readonly ElementId[] {
  const type = optionType(draft.catalog);
  if (!type) return [];
  return names.map((name) => {
    const id = newElement(draft, type, { after: [asking] });
    draft.put(['elements', id, 'name'], name.slice(0, 200));
    return id;
  });
}

export const addOption: Command = {
  id: 'add-choice',
  title: 'Add Choice to the Question',
  group: 'Insert',
  keys: ['Shift+C'],
  enabled: (editor) => askingElement(editor) !== undefined && optionType(editor.catalog) !== undefined,
  run(editor) {
    const asking = askingElement(editor);
    const type = optionType(editor.catalog);
    if (asking === undefined || !type) return;
    editor.edit(`Insert ${type.title}`, (draft) => [newElement(draft, type, { after: [asking] })]);
    editor.host.reveal(editor.state.selected);
    editor.host.focusSettings();
  },
};
