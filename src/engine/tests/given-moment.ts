import type { InteractionTest } from '#format/interaction.ts';
import { momentText } from '#format/test-given.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Program } from '../program.ts';
import { sameJson } from '../same-json.ts';
import { ownVariables } from '../state.ts';
import { runTest, visitedIn } from './run-test.ts';

/** Another day, another hour: what differs then depends on when the test runs. */
const LATER = 100 * 86_400_000 + 5 * 3_600_000;

/**
 * The test's `given` with the moment and the zone of the session, as far as the run depends on them: a test that would do
 * the same on any day names none.
 */
export function givenMoment(
  program: Program,
  test: InteractionTest,
  moment: Instant,
  timeZone = 'UTC',
): Pick<InteractionTest, 'given'> {
  const there = { ...test, given: { ...test.given, timeZone } };
  const asItWas = outcomeOf(program, there, moment);
  const dependsOnZone = timeZone !== 'UTC' && !sameJson(asItWas, outcomeOf(program, test, moment));
  const dependsOnMoment = !sameJson(asItWas, outcomeOf(program, there, moment + LATER));
  const given = {
    ...test.given,
    ...(dependsOnMoment ? { now: momentText(moment, timeZone) } : {}),
    ...(timeZone !== 'UTC' && (dependsOnZone || dependsOnMoment) ? { timeZone } : {}),
  };
  return Object.keys(given).length === 0 ? {} : { given };
}

function outcomeOf(program: Program, test: InteractionTest, moment: Instant) {
  const { state, events, failures } = runTest(program, { ...test, expect: {} }, moment);
  return [visitedIn(events), state ? ownVariables(state.variables) : null, state?.outcome ?? null, failures.length];
}
