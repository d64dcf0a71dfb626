import type { VersionProblem } from '#api/problem.ts';
import { accountProblemsOf } from '#checks/account/registry.ts';
import type { Catalog } from '#contract/element-type.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Db } from '#store/connect.ts';
import type { AccountScope } from '#store/scope.ts';
import { knownOutcomes } from '../outcomes/known.ts';
import type { CurrentValues } from '../values/current-values.ts';

interface Looking {
  readonly db: Db;
  readonly catalog: Catalog;
  readonly accountValues: CurrentValues;
}

/** What an Interaction expects of the account and does not find there now. */
export async function findAccountProblems(
  scope: AccountScope,
  { db, catalog, accountValues }: Looking,
  interaction: Interaction,
): Promise<VersionProblem[]> {
  const { types } = await accountValues.of(scope, 'live');
  const outcomes = await knownOutcomes(scope, db);
  const problems = accountProblemsOf(interaction, catalog, {
    values: types,
    outcomes: new Map(outcomes.map(({ key, retiredAt }) => [key, { retired: retiredAt !== null }])),
  });
  return problems.map(({ fix: _fix, ...problem }) => problem);
}
