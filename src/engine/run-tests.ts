import type { SessionEvent } from '#contract/event.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Program } from './program.ts';
import { type Coverage, coverageOf } from './tests/coverage.ts';
import type { TestFailure } from './tests/failure.ts';
import { runTest } from './tests/run-test.ts';

export interface TestResult {
  readonly id: string;
  readonly name: string;
  readonly passed: boolean;
  readonly failures: readonly TestFailure[];
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
