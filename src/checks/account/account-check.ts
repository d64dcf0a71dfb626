import type { Problem } from '#contract/problem.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { Model } from '../model.ts';

/** What the checks know of the account that an Interaction is published to. */
export interface AccountFacts {
  /** Its values: the type of each, by key. */
  readonly values: Scope;
  /** Its outcomes by key, those that sessions have by themselves among them. */
  readonly outcomes: ReadonlyMap<string, { readonly retired: boolean }>;
}

/**
 * One thing that is looked for where an Interaction meets an account. It is looked for again whenever it is asked, since
 * an account changes while its versions do not; what is found are warnings, which keep nobody from publishing.
 */
export interface AccountCheck {
  readonly codes: readonly string[];
  /** What it looks for, in one sentence for the reference. */
  readonly says: string;
  run(model: Model, account: AccountFacts): readonly Problem[];
}
