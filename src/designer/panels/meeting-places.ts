import type { ElementId } from '#prelude/ids.ts';
import { readingOrder } from '../layout/reading-order.ts';

/**
 * Where the ways that part at an element meet again, whichever is taken: the nearest element that none of them goes round.
 * Elements whose ways end apart have none. These are the immediate post-dominators, found by the method of Cooper, Harvey
 * and Kennedy (A Simple, Fast Dominance Algorithm, 2001); about as many steps as there are connectors.
 */
export function meetingPlaces(
  ids: readonly ElementId[],
  next: (id: ElementId) => readonly ElementId[],
): ReadonlyMap<ElementId, ElementId> {
  const into = new Map<ElementId, ElementId[]>(ids.map((id) => [id, []]));
  const ends: ElementId[] = [];
  for (const id of ids) {
    const targets = next(id);
    if (targets.length === 0) ends.push(id);
    for (const to of targets) into.get(to)?.push(id);
  }
  const order = readingOrder(ends, (id) => into.get(id) ?? []);
  // The end of everything is number 0; an element is numbered before those that lead to it.
  const numbers = new Map(order.map((id, index) => [id, index + 1]));
  const meets: number[] = [0];
  const meet = (a: number, b: number) => {
    let [one, other] = [a, b];
    while (one !== other) {
      if (one > other) one = meets[one] ?? 0;
      else other = meets[other] ?? 0;
    }
    return one;
  };
  for (let changed = true; changed; ) {
    changed = false;
    for (const [index, id] of order.entries()) {
      const targets = next(id);
      const known = targets.length === 0 ? [0] : numbersOf(targets, numbers).filter((n) => meets[n] !== undefined);
      const [first, ...rest] = known;
      if (first === undefined) continue;
      const found = rest.reduce(meet, first);
      if (meets[index + 1] !== found) {
        meets[index + 1] = found;
        changed = true;
      }
    }
  }
  return new Map(
    order.flatMap((id, index) => {
      const place = order[(meets[index + 1] ?? 0) - 1];
      return place === undefined ? [] : [[id, place] as const];
    }),
  );
}

function numbersOf(ids: readonly ElementId[], numbers: ReadonlyMap<ElementId, number>): number[] {
  return ids.flatMap((id) => numbers.get(id) ?? []);
}
