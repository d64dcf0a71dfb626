import { elementOf, frameOf } from '#contract/element-path.ts';
import type { ElementId, ElementPath } from '#prelude/ids.ts';
import type { Place, Program, ProgramElement } from './program.ts';

/**
 * Whether a connector that comes from one element to another closes a round: each way from the start to the first leads
 * through the second, which therefore began what now comes back to it. The first is dominated by the second.
 * Source: A. V. Aho and J. D. Ullman, The Theory of Parsing, Translation, and Compiling, 1973: natural loops.
 */
export function leadsAround(to: Place, from: ElementPath): boolean {
  return frameOf(from) === to.frame && !reachedWithout(to.program, to.node).has(elementOf(from));
}

const known = new WeakMap<ProgramElement, ReadonlySet<ElementId>>();

/** The elements that can be reached from the start without passing one of them. */
function reachedWithout(program: Program, node: ProgramElement): ReadonlySet<ElementId> {
  const found = known.get(node);
  if (found) return found;
  const made = reached(program, entrances(program), node.id);
  known.set(node, made);
  return made;
}

/** An entry point that the start leads to anyway is a way into the middle of something, not a beginning of its own. */
function entrances(program: Program): readonly ElementId[] {
  const { start } = program.interaction;
  const starts = start === undefined ? [] : [start];
  const fromStart = reached(program, starts);
  return [...starts, ...program.entryPoints.map(({ element }) => element).filter((id) => !fromStart.has(id))];
}

function reached(program: Program, starts: readonly ElementId[], without?: ElementId): ReadonlySet<ElementId> {
  const seen = new Set<ElementId>();
  const waiting = [...starts];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (id === without || seen.has(id)) continue;
    seen.add(id);
    for (const { to } of program.elements.get(id)?.exits.values() ?? []) waiting.push(...to);
  }
  return seen;
}
