import type { Catalog } from '#contract/element-type.ts';
import type { SessionEvent } from '#contract/event.ts';
import { compileWithLibrary } from '#engine/library.ts';
import { ownVariables } from '#engine/state.ts';
import { coverageOf } from '#engine/tests/coverage.ts';
import { recordTest } from '#engine/tests/record-test.ts';
import { runTest, type TestRun, visitedIn } from '#engine/tests/run-test.ts';
import type { Seen, TestsAnswer, TestsQuestion } from './question.ts';

/** What the worker does, one answer after the other, so that each test is seen as soon as it ended. */
export function* answersTo(question: TestsQuestion, catalog: Catalog): Generator<TestsAnswer> {
  const { n, interaction, library, now } = question;
  const program = compileWithLibrary(interaction, library, catalog);
  if (question.ask === 'record') {
    yield { n, tell: 'recorded', recorded: recordTest(program, question.events, question.options) };
    return;
  }
  const events: SessionEvent[] = [];
  for (const id of question.tests) {
    const test = interaction.tests[id];
    if (!test) continue;
    const run = runTest(program, test, now);
    for (const event of run.events) events.push(event);
    yield { n, tell: 'ran', test: id, failures: run.failures, seen: seenIn(run) };
  }
  yield { n, tell: 'done', coverage: coverageOf(program, events) };
}

function seenIn({ state, events }: TestRun): Seen {
  if (!state) return {};
  return {
    ...(state.outcome === undefined ? { at: state.at } : { outcome: state.outcome }),
    visited: visitedIn(events),
    variables: ownVariables(state.variables),
  };
}
