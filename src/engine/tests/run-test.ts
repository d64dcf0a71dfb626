import { ENGINE_OUTCOMES, type SessionEvent } from '#contract/event.ts';
import type { InteractionTest } from '#format/interaction.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { givenResults } from '../given-results.ts';
import { LocalRun } from '../local-run.ts';
import type { Program } from '../program.ts';
import { sameJson } from '../same-json.ts';
import type { SessionState } from '../state.ts';
import type { Expected, TestFailure } from './failure.ts';

/** What became of one test. */
export interface TestRun {
  readonly failures: readonly TestFailure[];
  readonly events: readonly SessionEvent[];
  /** Where it ended; undefined where it did not start. */
  readonly state?: SessionState;
}

/** Runs one test step by step and yields where it stands, so that whoever runs it may see to other things, or stop it. */
export function* testing(program: Program, test: InteractionTest, now: Instant): Generator<ElementPath, TestRun> {
  const results = test.effects ? { results: givenResults(test.effects) } : {};
  const started = LocalRun.start(
    program,
    { client: 'api', variables: test.given ?? {} },
    { now: () => now, ...results },
  );
  if (!started.ok) {
    return { events: [], failures: [{ kind: 'not-started', message: started.error.message }] };
  }
  const run = started.value;
  const { events } = run;
  const ended = (failures: readonly TestFailure[]): TestRun => ({ events, failures, state: run.state });
  const answers = [...test.answers];
  while (run.state.status === 'waiting' || run.state.status === 'paused') {
    const { state } = run;
    yield state.at;
    if (state.status === 'paused') {
      // Handed over: somebody takes over.
      run.send({ kind: 'resume' });
      continue;
    }
    const { asks } = run;
    const here = answers[0]?.at === state.at ? answers.shift() : undefined;
    if (!here && asks) {
      if (answers[0]) return ended([{ kind: 'other-answer', at: state.at, next: answers[0].at }]);
      break;
    }
    if (!here && (run.isHeld || stopsHere(test, state, answers.length))) break;
    const value = here?.answer;
    const decided = run.send(value === undefined ? { kind: 'answer' } : { kind: 'answer', value });
    if (!decided.ok) {
      return ended([{ kind: 'refused', at: state.at, answer: value, message: decided.error.message }]);
    }
  }
  const unused = answers.map(({ at }): TestFailure => ({ kind: 'unused', at }));
  return ended([...unused, ...unmet(test, run.state, events)]);
}

/** Runs one test to its end. */
export function runTest(program: Program, test: InteractionTest, now: Instant): TestRun {
  const run = testing(program, test, now);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
  }
}

/** The elements that a run entered, in order. */
export function visitedIn(events: readonly SessionEvent[]): readonly ElementPath[] {
  return events.flatMap((event) => (event.kind === 'element-entered' ? [event.element] : []));
}

/** A test that expects to wait somewhere is not pushed past it. */
function stopsHere({ expect }: InteractionTest, state: SessionState, left: number): boolean {
  return left === 0 && expect.outcome === undefined && expect.at === state.at;
}

function unmet({ expect }: InteractionTest, state: SessionState, events: readonly SessionEvent[]): TestFailure[] {
  const failures: TestFailure[] = [];
  const { at } = state;
  const compare = (of: Expected, expected: Json | undefined, seen: Json | undefined) => {
    if (expected === undefined || sameJson(expected, seen)) return;
    failures.push({ kind: 'differs', at, of, expected, ...(seen === undefined ? {} : { seen }) });
  };
  compare({ what: 'outcome' }, expect.outcome, state.outcome);
  compare({ what: 'at' }, expect.at, state.at);
  compare({ what: 'visited' }, expect.visited, visitedIn(events));
  for (const [key, value] of Object.entries(expect.variables ?? {}))
    compare({ what: 'variable', key }, value, state.variables[key]);
  const { error } = state;
  // Why it failed says more than that it ended otherwise than expected.
  if (error && expect.outcome !== ENGINE_OUTCOMES.failed) {
    failures.unshift({ kind: 'broke', at: error.element, message: error.message });
  }
  return failures;
}
