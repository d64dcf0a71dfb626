import type { Failure } from '#contract/element-type.ts';
import { LIMITS } from '#prelude/limits.ts';

/* Why a run ends as failed by the engine's own judgement. */

function failure(code: string, message: string): Failure {
  return { do: 'fail', code, message };
}

export const TOO_MANY_STEPS = failure(
  'engine.too-many-steps',
  `The run passed ${LIMITS.stepsWithoutWait} elements without a page; there is a cycle that never waits`,
);
export const TOO_MANY_VISITS = failure(
  'engine.too-many-visits',
  `The session has ${LIMITS.visits} visits, which is the limit`,
);
export const TOO_LARGE = failure(
  'engine.too-large',
  `The values that were set and sent in one step have more than ${LIMITS.stepValues} characters together`,
);
export const TOO_DEEP = failure('engine.too-deep', `More than ${LIMITS.callDepth} Interactions run within each other`);

export function notConnected(exit: string, element: string): Failure {
  return failure('engine.exit-not-connected', `Nothing is connected to the exit “${exit}” of “${element}”`);
}

export function subMissing(element: string): Failure {
  return failure('engine.sub-missing', `“${element}” runs an Interaction that is not there`);
}
