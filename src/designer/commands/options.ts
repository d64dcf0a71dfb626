import { generateNKeysBetween } from 'fractional-indexing';
import { graphOf } from '#format/graph.ts';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import type { Editor } from '../editor/editor.ts';

/** The connectors from an element to its options, in their order. */
export function optionConnectors(editor: Editor, asking: ElementId, exit: string) {
  return graphOf(editor.interaction)
    .from(asking)
    .filter((connector) => connector.exit === exit || connector.exit === undefined);
}

/** Moves an option to another place among those of its element. */
export function moveOption(editor: Editor, asking: ElementId, exit: string, connector: ConnectorId, to: number): void {
  const ids = optionConnectors(editor, asking, exit).map(({ id }) => id);
  const from = ids.indexOf(connector);
  if (from < 0 || to < 0 || to >= ids.length) return;
  const next = ids.toSpliced(from, 1).toSpliced(to, 0, connector);
  const keys = generateNKeysBetween(null, null, next.length);
  editor.edit('Change order of choices', (draft) => {
    for (const [index, id] of next.entries()) draft.put(['connectors', id, 'order'], keys[index]);
    return undefined;
  });
}
