import { graphOf, type PlacedConnector } from '#format/graph.ts';
import type { ElementId } from '#prelude/ids.ts';
import { exitsToward } from '../editor/connecting.ts';
import type { Draft } from '../editor/draft.ts';
import type { Behaviour } from './behaviour.ts';

/** Deleting what stands between two elements joins them, where it is evident which. */
export const deleteJoinsNeighbours: Behaviour = {
  name: 'Deleting an element between two others joins them',
  react(draft) {
    const gone = new Set(
      [...draft.touched].filter(
        (id) => Object.hasOwn(draft.before.elements, id) && !Object.hasOwn(draft.now.elements, id),
      ),
    );
    if (gone.size === 0) return;
    const graph = graphOf(draft.before);
    for (const removed of gone) {
      for (const connector of graph.into(removed)) {
        if (!gone.has(connector.from) && draft.now.connectors[connector.id]?.to === removed) {
          join(draft, connector, onlyContinuation(graph, removed, gone));
        }
      }
    }
  },
};

function join(draft: Draft, connector: PlacedConnector, target: ElementId | undefined): void {
  if (target === undefined || target === connector.from) return;
  const name = connector.exit ?? draft.exitsOf(connector.from)[0]?.name;
  if (exitsToward(draft, connector.from, target).some((exit) => exit.name === name)) {
    draft.put(['connectors', connector.id, 'to'], target);
  }
}

/** The one element that is still there and to which all ways through the removed ones lead; undefined where they differ. */
function onlyContinuation(
  graph: ReturnType<typeof graphOf>,
  from: ElementId,
  gone: ReadonlySet<ElementId>,
): ElementId | undefined {
  const found = new Set<ElementId>();
  const seen = new Set<ElementId>([from]);
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const { to } of graph.from(id)) {
      if (!gone.has(to)) found.add(to);
      else if (!seen.has(to)) {
        seen.add(to);
        waiting.push(to);
      }
    }
  }
  const [only, second] = found;
  return second === undefined ? only : undefined;
}
