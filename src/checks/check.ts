import type { Problem } from '#contract/problem.ts';
import type { Model } from './model.ts';

/** One thing that is looked for. The same checks run while typing, at publish, in review and on the command line. */
export interface Check {
  /** The codes of the problems it may find. */
  readonly codes: readonly string[];
  /** What it looks for, in one sentence for the reference. */
  readonly says: string;
  run(model: Model): readonly Problem[];
}
