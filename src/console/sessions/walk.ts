import type { SessionStep } from '#api/sessions.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';

/** How things stood after a step. */
export interface Stand {
  /** Where the session waits, or where it ended. */
  readonly element: ElementPath | undefined;
  readonly variables: JsonObject;
  /** Variables that this very step set. */
  readonly changed: ReadonlySet<string>;
}

/** How things stood after the step at this place in the list, by the events up to it. */
export function standAfter(steps: readonly SessionStep[], at: number): Stand {
  const variables: { [key: string]: JsonObject[string] } = {};
  let element: ElementPath | undefined;
  for (const event of steps.slice(0, at + 1).flatMap((step) => step.events)) {
    if (event.kind === 'element-entered') element = event.element;
    apply(variables, event);
  }
  const changed = new Set(
    (steps[at]?.events ?? []).flatMap((event) => (event.kind === 'variable-set' ? [event.key] : [])),
  );
  return { element, variables, changed };
}

function apply(variables: { [key: string]: JsonObject[string] }, event: SessionEvent): void {
  if (event.kind === 'session-started') Object.assign(variables, event.variables);
  else if (event.kind === 'variable-set') {
    if (event.value === undefined) delete variables[event.key];
    else variables[event.key] = event.value;
  } else if (event.kind === 'went-back') {
    Object.assign(variables, event.restored);
    for (const key of event.unset) delete variables[key];
  }
}

/** How long the session stood at this step until the next, milliseconds in use and not; null at the last. */
export function timeOf(
  steps: readonly SessionStep[],
  at: number,
): { readonly active: number; readonly idle: number } | null {
  const left = steps[at + 1]?.events.find((event) => event.kind === 'element-left');
  return left?.kind === 'element-left' ? { active: left.active, idle: left.idle } : null;
}
