import type { Element } from '#format/interaction.ts';
import { type Draft, settingsOf } from '../editor/draft.ts';
import type { Behaviour } from './behaviour.ts';

/**
 * A connector that names no exit belongs to the only one of its element. Where a change gives the element more exits or
 * another one, as another kind of answer does, the connector is named for the one it left from, so that it stays with it.
 */
export const exitsKeepConnectors: Behaviour = {
  name: 'A connector stays with its exit when its element gets other ones',
  react(draft) {
    for (const id of [...draft.touched]) {
      const element: Element | undefined = draft.now.elements[id];
      const before: Element | undefined = draft.before.elements[id];
      if (!element || !before || element === before) continue;
      const [only, second] = exitNames(draft, before);
      if (only === undefined || second !== undefined) continue;
      const has = exitNames(draft, element);
      if (has.length === 1 && has[0] === only) continue;
      for (const connector of draft.graph().from(id)) {
        if (connector.exit === undefined) draft.put(['connectors', connector.id, 'exit'], only);
      }
    }
  },
};

function exitNames(draft: Draft, element: Element): readonly string[] {
  const exits = draft.catalog.get(element.type)?.exits(settingsOf(element)) ?? [];
  return exits.map(({ name }) => name);
}
