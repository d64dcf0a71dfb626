import type { SessionEvent } from '#contract/event.ts';
import type { InteractionTest, TestAnswer } from '#format/interaction.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { LocalRun } from '../local-run.ts';
import type { Program } from '../program.ts';
import type { SessionState } from '../state.ts';
import { beginTest } from './begin-test.ts';
import type { TestFailure } from './failure.ts';
import { areSeen, wordsOnPage } from './page-words.ts';
import { unmet } from './unmet.ts';

/** What became of one test. */
export interface TestRun {
  readonly failures: readonly TestFailure[];
  readonly events: readonly SessionEvent[];
  /** Where it ended; undefined where it did not start. */
  readonly state?: SessionState;
}

/** Runs one test step by step and yields where it stands, so that whoever runs it may see to other things, or stop it. */
export function* testing(program: Program, test: InteractionTest, now: Instant): Generator<ElementPath, TestRun> {
  const started = beginTest(program, test, now);
  if (!started.ok) return { events: [], failures: [{ kind: 'not-started', message: started.error }] };
  const run = started.value;
  const { events } = run;
  const found: TestFailure[] = [];
  const ended = (failures: readonly TestFailure[]): TestRun => ({
    events,
    failures: [...found, ...failures],
    state: run.state,
  });
  const answers = [...test.answers];
  let unseen = test.expect.shows ?? [];
  let hidden = test.expect.hides ?? [];
  while (run.state.status === 'waiting' || run.state.status === 'paused') {
    const { state } = run;
    yield state.at;
    if (state.status === 'paused') {
      // Handed over: somebody takes over.
      run.send({ kind: 'resume' });
      continue;
    }
    if (unseen.length > 0) unseen = notSeen(unseen, wordsOf(run));
    if (hidden.length > 0) {
      const still = notSeen(hidden, wordsOf(run));
      found.push(...shownAt(state.at, hidden, still));
      hidden = still;
    }
    const { asks } = run;
    const here = answers[0]?.at === state.at ? answers.shift() : undefined;
    if (!here && asks) {
      if (answers[0]) return ended([{ kind: 'other-answer', at: state.at, next: answers[0].at }]);
      break;
    }
    if (!here && (run.isHeld || stopsHere(test, state, answers.length))) break;
    found.push(...differentOnPage(here, run));
    // Looked at and left as it is: what is expected there is the end.
    if ((here?.shows ?? here?.hides) && here?.answer === undefined && stopsHere(test, state, answers.length)) break;
    const failure = give(here, run);
    if (failure) return ended([failure]);
  }
  return ended(unmet(test, { program, run, unseen, hidden, unused: answers }));
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

/** Answers the page, or goes on from it; why the test ends there, where it does. */
function give(here: TestAnswer | undefined, run: LocalRun): TestFailure | undefined {
  const { at, n } = run.state;
  const { answer, refused } = here ?? {};
  const decided = run.send(answer === undefined ? { kind: 'answer' } : { kind: 'answer', value: answer });
  // An outside system that is asked turns an answer down after the page took it.
  const turnedDown = run.state.n === n ? run.state.problems : undefined;
  const problems = decided.ok ? turnedDown : (decided.error.fields ?? [decided.error]);
  if (refused === undefined) {
    return decided.ok ? undefined : { kind: 'refused', at, answer, message: decided.error.message };
  }
  const message = problems?.map((problem) => problem.message).join(' ');
  if (message === undefined) return { kind: 'taken', at, answer };
  if (refused === true || areSeen(refused, [message])) return undefined;
  return { kind: 'other-refusal', at, expected: refused, message };
}

function differentOnPage(here: TestAnswer | undefined, run: LocalRun): readonly TestFailure[] {
  const { shows = [], hides = [] } = here ?? {};
  if (!here || shows.length + hides.length === 0) return [];
  const { at } = here;
  const pieces = wordsOf(run);
  const shown = pieces.join('\n');
  return [
    ...notSeen(shows, pieces).map((text): TestFailure => ({ kind: 'not-shown', at, text, shown })),
    ...shownAt(at, hides, notSeen(hides, pieces)),
  ];
}

/** Those of the texts that were seen there and may not be. */
function shownAt(at: ElementPath, texts: readonly string[], unseen: readonly string[]): readonly TestFailure[] {
  return texts.filter((text) => !unseen.includes(text)).map((text) => ({ kind: 'shown', at, text }));
}

function notSeen(texts: readonly string[], pieces: readonly string[]): readonly string[] {
  return texts.filter((text) => !areSeen(text, pieces));
}

function wordsOf({ page }: LocalRun): readonly string[] {
  return page ? wordsOnPage(page) : [];
}
