import { setImmediate } from 'node:timers/promises';
import type { Program } from '#engine/program.ts';
import { failureWords, type TestFailure } from '#engine/tests/failure.ts';
import { testing } from '#engine/tests/run-test.ts';
import type { InteractionTest } from '#format/interaction.ts';
import { cutText } from '#prelude/cut-text.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Clock, Instant } from '#prelude/ports.ts';
import type { TestsAtPublish } from '#store/tables.ts';

/** Milliseconds that tests may run before others of this process get their turn. */
const TURN = 10;

/** Failed tests that are named, and sentences on each; the count tells of all. */
const NAMED = 50;
const SENTENCES = 5;
const SENTENCE_LENGTH = 500;

/**
 * Runs the tests of a file at publication. The server trusts nobody who says that they pass; nor does it trust the tests:
 * together they have a time limit, and while they run others get their turns.
 *
 * @param stopwatch milliseconds that really pass, whatever moment the tests are told
 */
export async function tryTests(
  program: Program,
  now: Instant,
  stopwatch: Clock = { now: () => performance.now() },
): Promise<TestsAtPublish> {
  const end = stopwatch.now() + LIMITS.publishedTestsTime;
  const tests: [string, InteractionTest][] = Object.entries(program.interaction.tests);
  let passed = 0;
  const failed: { id: string; name: string; failures: readonly string[] }[] = [];
  for (const [id, test] of tests) {
    const failures = await tryTest(program, test, now, { stopwatch, end });
    if (failures.length === 0) passed++;
    else if (failed.length < NAMED) failed.push({ id, name: test.name, failures: sentences(failures) });
  }
  return { all: tests.length, passed, failed };
}

async function tryTest(
  program: Program,
  test: InteractionTest,
  now: Instant,
  { stopwatch, end }: { readonly stopwatch: Clock; readonly end: Instant },
): Promise<readonly TestFailure[]> {
  let turn = stopwatch.now();
  if (turn >= end) return [{ kind: 'too-long' }];
  const run = testing(program, test, now);
  for (;;) {
    const step = run.next();
    if (step.done) return step.value.failures;
    const moment = stopwatch.now();
    if (moment >= end) return [{ kind: 'too-long', at: step.value }];
    if (moment - turn < TURN) continue;
    await setImmediate();
    turn = stopwatch.now();
  }
}

function sentences(failures: readonly TestFailure[]): readonly string[] {
  return failures.slice(0, SENTENCES).map((failure) => {
    const words = failureWords(failure);
    return words.length > SENTENCE_LENGTH ? `${cutText(words, SENTENCE_LENGTH)}…` : words;
  });
}
