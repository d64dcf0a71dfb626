import type { Problem } from '#contract/problem.ts';
import type { Interaction } from '#format/interaction.ts';

/** What the worker is asked: the number says to which state of the Interaction an answer belongs. */
export interface CheckQuestion {
  readonly n: number;
  readonly interaction: Interaction;
}

export interface CheckAnswer {
  readonly n: number;
  readonly problems: readonly Problem[];
}
