import type { SessionEvent } from '#contract/event.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { elementsToReach, exitsToTake } from '../exits-to-take.ts';
import type { Program } from '../program.ts';

/** How much of some kind was reached; `missing` in the order of the map. */
export interface CoveragePart<T> {
  readonly reached: number;
  readonly all: number;
  readonly missing: readonly T[];
}

/** What runs reached of an Interaction's own elements; those of Interactions that it calls count there. */
export interface Coverage {
  readonly elements: CoveragePart<ElementPath>;
  /** As `element.exit`. */
  readonly exits: CoveragePart<string>;
  /** What deciding came to: each rule or row, and that none was true, as `element#rule`. */
  readonly rules: CoveragePart<string>;
}

/** How coverage writes a way out. */
export function exitPlace(element: ElementPath, exit: string): string {
  return `${element}.${exit}`;
}

/** How coverage writes a rule. */
export function rulePlace(element: ElementPath, rule: string): string {
  return `${element}#${rule}`;
}

/** The element and the exit or rule of what coverage wrote; ids of elements hold neither sign. */
export function readPlace(place: string): { readonly element: ElementPath; readonly name: string } {
  const sign = place.search(/[.#]/);
  return { element: place.slice(0, sign) as ElementPath, name: place.slice(sign + 1) };
}

export function coverageOf(program: Program, events: readonly SessionEvent[]): Coverage {
  const reached = new Set<string>();
  for (const event of events) {
    if (event.kind === 'element-entered') reached.add(event.element);
    if (event.kind !== 'element-left') continue;
    reached.add(exitPlace(event.element, event.through ?? event.exit));
    if (event.why) reached.add(rulePlace(event.element, event.why.by));
  }
  return {
    elements: part(elementsToReach(program), reached),
    exits: part(exitsToTake(program), reached),
    rules: part(rulesOf(program), reached),
  };
}

/** Everything that deciding can come to. */
export function rulesOf({ elements }: Program): readonly string[] {
  const all = [...elements.values()].flatMap(({ id, type, settings }) =>
    (type.rules?.(settings) ?? []).map((rule) => rulePlace(id, rule.id)),
  );
  return [...new Set(all)];
}

function part<T extends string>(all: readonly T[], reached: ReadonlySet<string>): CoveragePart<T> {
  const missing = all.filter((item) => !reached.has(item));
  return { reached: all.length - missing.length, all: all.length, missing };
}
