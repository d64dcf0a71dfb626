import type { SessionEvent } from '#contract/event.ts';
import type { InteractionTest } from '#format/interaction.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { elementsToReach, exitsToTake } from './exits-to-take.ts';
import { givenResults } from './given-results.ts';
import { LocalRun } from './local-run.ts';
import type { Program } from './program.ts';
import { sameJson } from './same-json.ts';
import type { SessionState } from './state.ts';

export interface TestResult {
  readonly id: string;
  readonly name: string;
  readonly passed: boolean;
  /** What was expected and what came, a sentence each. */
  readonly failures: readonly string[];
}

export interface Coverage {
  readonly elements: { readonly reached: number; readonly all: number; readonly missing: readonly ElementPath[] };
  /** Exits as `element.exit`; rule outcomes of a Decision are its exits. */
  readonly exits: { readonly reached: number; readonly all: number; readonly missing: readonly string[] };
}

export interface TestReport {
  readonly results: readonly TestResult[];
  readonly coverage: Coverage;
}

/** Runs the tests that stand in the Interaction's file. */
export function runTests(program: Program, now: Instant): TestReport {
  const events: SessionEvent[] = [];
  const results = Object.entries(program.interaction.tests).map(([id, test]) => {
    const run = runTest(program, test, now);
    events.push(...run.events);
    return { id, name: test.name, passed: run.failures.length === 0, failures: run.failures };
  });
  return { results, coverage: coverageOf(program, events) };
}

function runTest(program: Program, test: InteractionTest, now: Instant) {
  const results = test.effects ? { results: givenResults(test.effects) } : {};
  const started = LocalRun.start(
    program,
    { client: 'api', variables: test.given ?? {} },
    { now: () => now, ...results },
  );
  if (!started.ok) return { events: [], failures: [`It does not start: ${started.error.message}`] };
  const run = started.value;
  const { events } = run;
  const answers = [...test.answers];
  while (run.state.status === 'waiting' || run.state.status === 'paused') {
    const { state } = run;
    if (state.status === 'paused') {
      // Handed over: somebody takes over.
      run.send({ kind: 'resume' });
      continue;
    }
    const { asks } = run;
    const here = answers[0]?.at === state.at ? answers.shift() : undefined;
    if (!here && asks) {
      if (answers[0])
        return { events, failures: [`It waits at “${state.at}”, but the next answer is for “${answers[0].at}”`] };
      break;
    }
    if (!here && (run.isHeld || stopsHere(test, state, answers.length))) break;
    const value = here?.answer;
    const decided = run.send(value === undefined ? { kind: 'answer' } : { kind: 'answer', value });
    if (!decided.ok)
      return { events, failures: [`“${state.at}” refuses ${JSON.stringify(value)}: ${decided.error.message}`] };
  }
  const unused = answers.map(({ at }) => `The answer for “${at}” was never asked for`);
  return { events, failures: [...unused, ...unmet(test, run.state, events)] };
}

/** A test that expects to wait somewhere is not pushed past it. */
function stopsHere({ expect }: InteractionTest, state: SessionState, left: number): boolean {
  return left === 0 && expect.outcome === undefined && expect.at === state.at;
}

function unmet({ expect }: InteractionTest, state: SessionState, events: readonly SessionEvent[]): string[] {
  const failures: string[] = [];
  const compare = (what: string, expected: Json | undefined, actual: Json | undefined) => {
    if (expected !== undefined && !sameJson(expected, actual)) {
      failures.push(`Expected ${what} ${JSON.stringify(expected)}, got ${JSON.stringify(actual) ?? 'nothing'}`);
    }
  };
  compare('the outcome', expect.outcome, state.outcome);
  compare('to be at', expect.at, state.at);
  compare(
    'the path',
    expect.visited,
    events.flatMap((event) => (event.kind === 'element-entered' ? [event.element] : [])),
  );
  for (const [key, value] of Object.entries(expect.variables ?? {}))
    compare(`“${key}” to be`, value, state.variables[key]);
  return failures;
}

function coverageOf(program: Program, events: readonly SessionEvent[]): Coverage {
  const reached = new Set<ElementPath>();
  const taken = new Set<string>();
  for (const event of events) {
    if (event.kind === 'element-entered') reached.add(event.element);
    if (event.kind === 'element-left') taken.add(`${event.element}.${event.through ?? event.exit}`);
  }
  return {
    elements: part(elementsToReach(program), (id) => reached.has(id)),
    exits: part(exitsToTake(program), (exit) => taken.has(exit)),
  };
}

function part<T>(all: readonly T[], has: (item: T) => boolean) {
  const missing = all.filter((item) => !has(item));
  return { reached: all.length - missing.length, all: all.length, missing };
}
