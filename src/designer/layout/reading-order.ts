import type { ElementId } from '#prelude/ids.ts';

/**
 * Elements so that each stands before what follows it, wherever no way leads around: the reverse of the order in which a
 * search in depth leaves them. What is followed first stands first. Without recursion, as maps may be long chains.
 *
 * @param all in the order in which the search begins; the start first, so that ways back are told by it
 */
export function readingOrder(
  all: readonly ElementId[],
  next: (id: ElementId) => readonly ElementId[],
): readonly ElementId[] {
  const seen = new Set<ElementId>();
  const left: ElementId[] = [];
  for (const root of all) {
    const path: { readonly id: ElementId; readonly ahead: ElementId[] }[] = [];
    const enter = (id: ElementId) => {
      if (seen.has(id)) return;
      seen.add(id);
      path.push({ id, ahead: [...next(id)] });
    };
    enter(root);
    for (let here = path.at(-1); here; here = path.at(-1)) {
      // The last is followed first, as the whole is turned round in the end.
      const ahead = here.ahead.pop();
      if (ahead !== undefined) enter(ahead);
      else {
        left.push(here.id);
        path.pop();
      }
    }
  }
  return left.reverse();
}
