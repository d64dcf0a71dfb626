import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import type { Editor } from '../editor/editor.ts';
import type { Command } from './command.ts';

/** Deletes elements; what stood before and after them is joined where it is evident how. */
export function deleteElements(editor: Editor, ids: readonly ElementId[], name = deleteName(editor, ids)): void {
  const locked = new Set(editor.interaction.layout.locked ?? []);
  const free = ids.filter((id) => !locked.has(id));
  editor.edit(name, (draft) => {
    for (const id of free) draft.put(['elements', id], undefined);
    if (free.length > 0) draft.tell(`Deleted ${whatOf(editor, free)}.`);
    return [];
  });
  editor.host.focusMap();
}

/** Takes a connector away; both its ends stay. */
export function disconnect(editor: Editor, connector: ConnectorId): void {
  editor.edit('Delete connector', (draft) => {
    draft.put(['connectors', connector], undefined);
    draft.tell('Connector deleted.');
    return undefined;
  });
}

function deleteName(editor: Editor, ids: readonly ElementId[]): string {
  return `Delete ${whatOf(editor, ids)}`;
}

function whatOf(editor: Editor, ids: readonly ElementId[]): string {
  const [only, second] = ids;
  if (only === undefined || second !== undefined) return `${ids.length} elements`;
  return `“${editor.interaction.elements[only]?.name ?? only}”`;
}

export const deleteSelected: Command = {
  id: 'delete',
  title: 'Delete',
  group: 'Edit',
  keys: ['Delete', 'Backspace'],
  enabled: ({ state }) => state.selected.length > 0 || state.connector !== undefined,
  run(editor) {
    const { connector, selected } = editor.state;
    if (connector !== undefined) disconnect(editor, connector);
    else if (selected.length > 0) deleteElements(editor, selected);
  },
};
