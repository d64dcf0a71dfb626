import type { ElementId, ElementPath } from '#prelude/ids.ts';

/**
 * The frame of a path: what stands before the element's own id, with its slash; empty for the Interaction itself. It is
 * also what stands before the keys of the variables of that sub-Interaction in a session's state.
 */
export function frameOf(path: ElementPath): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The element's own id within its Interaction. */
export function elementOf(path: ElementPath): ElementId {
  return path.slice(path.lastIndexOf('/') + 1) as ElementId;
}

/** The path of an element of a frame. */
export function within(frame: string, element: ElementId): ElementPath {
  return (frame + element) as ElementPath;
}

/** The element that called the Interaction of this frame; undefined for the Interaction itself. */
export function callerOf(frame: string): ElementPath | undefined {
  return frame === '' ? undefined : (frame.slice(0, -1) as ElementPath);
}

/** The callers of a path, outermost first: `a/b/c` was called by `a`, then by `a/b`. */
export function callersOf(path: ElementPath): readonly ElementPath[] {
  const callers: ElementPath[] = [];
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    callers.push(path.slice(0, slash) as ElementPath);
  }
  return callers;
}

/** The element of the Interaction itself within which the run is: where its map shows it. */
export function topOf(path: ElementPath): ElementId {
  const slash = path.indexOf('/');
  return (slash < 0 ? path : path.slice(0, slash)) as ElementId;
}
