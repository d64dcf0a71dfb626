import type { Catalog } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import type { Interaction } from '#format/interaction.ts';
import { modelOf } from '../model.ts';
import type { AccountCheck, AccountFacts } from './account-check.ts';
import { unknownOutcome } from './unknown-outcome.ts';
import { unknownValue } from './unknown-value.ts';
import { valueType } from './value-type.ts';

/** Every check of an Interaction against an account. */
export const ACCOUNT_CHECKS: readonly AccountCheck[] = [unknownValue, valueType, unknownOutcome];

/** What an Interaction expects of the account and does not find there. */
export function accountProblemsOf(
  interaction: Interaction,
  catalog: Catalog,
  account: AccountFacts,
): readonly Problem[] {
  const model = modelOf(interaction, catalog);
  return ACCOUNT_CHECKS.flatMap((check) => check.run(model, account));
}
