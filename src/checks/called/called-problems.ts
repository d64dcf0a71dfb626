import type { Catalog } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId, InteractionId } from '#prelude/ids.ts';
import { callsIn } from '../callees.ts';
import type { CalledVersions } from './called-version.ts';
import { errorsInWords, failedTestsInWords, type Unfit, unfitAmong } from './unfit.ts';

type CalledCode = 'called.has-errors' | 'called.tests-failed';

/**
 * What keeps an Interaction from being approved though it has no errors itself: what others have that it runs, directly or
 * through others. Each is told once, at the first element that leads there. Errors count as its own do; whether failed tests
 * are in the way is for the account to say.
 */
export function calledProblemsOf(
  interaction: Interaction,
  catalog: Catalog,
  called: CalledVersions,
): readonly Problem[] {
  const places = placesOf(interaction, catalog);
  const unfit = unfitAmong(called);
  return [
    ...unfit
      .filter(({ version }) => version.errors > 0)
      .map((each) => problem('called.has-errors', 'error', errorsInWords(each), each)),
    ...unfit
      .filter(({ version }) => version.failedTests > 0)
      .map((each) => problem('called.tests-failed', 'warning', failedTestsInWords(each), each)),
  ];

  function problem(code: CalledCode, severity: Problem['severity'], message: string, { first }: Unfit): Problem {
    const place = places.get(first);
    return { code, severity, message, path: place?.path ?? '', ...(place ? { element: place.element } : {}) };
  }
}

/** Where each of the others is called first. */
function placesOf(interaction: Interaction, catalog: Catalog) {
  const places = new Map<InteractionId, { readonly element: ElementId; readonly path: string }>();
  for (const { element, path, callee } of callsIn(interaction, catalog)) {
    if (!places.has(callee)) places.set(callee, { element, path: `elements.${element}.${path}` });
  }
  return places;
}
