import type { ElementId } from '#prelude/ids.ts';
import type { Program, ProgramElement } from './program.ts';

/** The elements that a run can enter: no notes, and no options that are only offered. */
export function elementsToReach(program: Program): readonly ElementId[] {
  return enterable(program).map(({ id }) => id);
}

/** The exits that a run can take, as `element.exit`. */
export function exitsToTake(program: Program): readonly string[] {
  return enterable(program).flatMap(({ id, exits }) =>
    [...exits.values()].flatMap(({ exit }) => (exit.onlyOffers ? [] : [`${id}.${exit.name}`])),
  );
}

function enterable(program: Program): readonly ProgramElement[] {
  const onlyOffered = offeredOnly(program);
  return [...program.elements.values()].filter(({ id, type }) => type.group !== 'note' && !onlyOffered.has(id));
}

/** Elements that are offered and chosen, but that no run ever enters. */
function offeredOnly({ elements }: Program): ReadonlySet<ElementId> {
  const offered = new Set<ElementId>();
  const entered = new Set<ElementId>();
  for (const { exits } of elements.values()) {
    for (const { exit, to } of exits.values()) for (const id of to) (exit.onlyOffers ? offered : entered).add(id);
  }
  for (const id of entered) offered.delete(id);
  return offered;
}
