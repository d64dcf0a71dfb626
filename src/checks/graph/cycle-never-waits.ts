import type { Exit } from '#contract/element-type.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Check } from '../check.ts';
import { type ModelElement, named } from '../model.ts';

export const cycleNeverWaits: Check = {
  codes: ['graph.cycle-never-waits'],
  says: 'No cycle runs on without anything that waits or comes to an end.',
  run: ({ elements, graph }) => {
    const runsOn = (id: ElementId) => !stays(elements.get(id));
    const cycles = cyclesAmong([...elements.keys()].filter(runsOn), (id) => {
      const bounded = new Set(boundedExits(elements.get(id)));
      const first = exitsOf(elements.get(id))[0]?.name ?? '';
      return graph
        .from(id)
        .filter(({ exit, to }) => !bounded.has(exit ?? first) && runsOn(to))
        .map(({ to }) => to);
    });
    return cycles.flatMap((first) => {
      const element = elements.get(first);
      if (!element) return [];
      const message = `From ${named(element)} the run can come back to it without showing a page; put a page into the cycle`;
      return [
        {
          code: 'graph.cycle-never-waits',
          severity: 'error' as const,
          element: first,
          path: `elements.${first}`,
          message,
        },
      ];
    });
  },
};

/** Whether a run stays at an element for a while. */
function stays(element: ModelElement | undefined): boolean {
  return element !== undefined && (element.type.page !== undefined || element.type.waits?.(element.settings) === true);
}

/** Exits that are taken so many times and no more. */
function boundedExits(element: ModelElement | undefined): readonly string[] {
  return exitsOf(element).flatMap(({ name, bounded }) => (bounded ? [name] : []));
}

function exitsOf(element: ModelElement | undefined): readonly Exit[] {
  return element?.type.exits(element.settings) ?? [];
}

/**
 * One element of each strongly connected group that has a cycle, without recursion, as maps may be long chains.
 * Source: R. E. Tarjan, Depth-first search and linear graph algorithms, 1972.
 */
function cyclesAmong(ids: readonly ElementId[], next: (id: ElementId) => readonly ElementId[]): ElementId[] {
  const index = new Map<ElementId, number>();
  const low = new Map<ElementId, number>();
  const path: ElementId[] = [];
  const onPath = new Set<ElementId>();
  const found: ElementId[] = [];
  const lower = (id: ElementId, value: number) => low.set(id, Math.min(low.get(id) ?? value, value));
  for (const root of ids) {
    if (index.has(root)) continue;
    const work: { id: ElementId; edges: readonly ElementId[]; at: number }[] = [];
    const open = (id: ElementId) => {
      index.set(id, index.size);
      low.set(id, index.size - 1);
      path.push(id);
      onPath.add(id);
      work.push({ id, edges: next(id), at: 0 });
    };
    open(root);
    for (let frame = work.at(-1); frame; frame = work.at(-1)) {
      const to = frame.edges[frame.at++];
      if (to !== undefined) {
        if (!index.has(to)) open(to);
        else if (onPath.has(to)) lower(frame.id, index.get(to) ?? 0);
        continue;
      }
      work.pop();
      const parent = work.at(-1);
      if (parent) lower(parent.id, low.get(frame.id) ?? 0);
      if (low.get(frame.id) === index.get(frame.id)) {
        const group = path.splice(path.indexOf(frame.id));
        for (const id of group) onPath.delete(id);
        if (group.length > 1 || next(frame.id).includes(frame.id)) found.push(frame.id);
      }
    }
  }
  return found;
}
