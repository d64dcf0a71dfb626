import type { SessionEvent } from '#contract/event.ts';
import type { Coverage } from '#engine/tests/coverage.ts';
import type { TestFailure } from '#engine/tests/failure.ts';
import type { RecordedTest, RecordOptions } from '#engine/tests/record-test.ts';
import type { Interaction, InteractionTest } from '#format/interaction.ts';
import type { Library } from '#format/library.ts';
import type { Instant } from '#prelude/ports.ts';

/** What the worker is asked; each question is answered under its number. */
export type TestsQuestion = {
  readonly n: number;
  readonly interaction: Interaction;
  /** Other Interactions that it calls. */
  readonly library: Library;
  readonly now: Instant;
} & (
  | {
      readonly ask: 'run';
      /** Which tests; coverage is told of all of them together. */
      readonly tests: readonly string[];
    }
  | { readonly ask: 'record'; readonly events: readonly SessionEvent[]; readonly options: RecordOptions }
);

/** How a test's run really ended. */
export type Seen = InteractionTest['expect'];

export type TestsAnswer = { readonly n: number } & (
  | { readonly tell: 'ran'; readonly test: string; readonly failures: readonly TestFailure[]; readonly seen: Seen }
  | { readonly tell: 'done'; readonly coverage: Coverage }
  | { readonly tell: 'recorded'; readonly recorded: RecordedTest }
);
