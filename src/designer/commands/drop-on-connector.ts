import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import { connectExit } from '../editor/connect.ts';
import { exitsToward } from '../editor/connecting.ts';
import type { Editor } from '../editor/editor.ts';

/** Puts an element that is there already between the ends of a connector. */
export function dropOnConnector(
  editor: Editor,
  element: ElementId,
  on: ConnectorId,
  at: readonly [number, number],
): void {
  editor.edit('Insert on connector', (draft) => {
    const connector = draft.now.connectors[on];
    draft.put(['layout', 'positions', element], [Math.round(at[0]), Math.round(at[1])]);
    if (!connector) return undefined;
    const target = connector.to;
    const name = connector.exit ?? draft.exitsOf(connector.from)[0]?.name;
    if (!exitsToward(draft, connector.from, element).some((exit) => exit.name === name)) return undefined;
    draft.put(['connectors', on, 'to'], element);
    const onward = exitsToward(draft, element, target)[0];
    if (onward) connectExit(draft, element, onward, target);
    return undefined;
  });
}
