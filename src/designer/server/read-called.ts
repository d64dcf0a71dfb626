import { versionRoutes } from '#api/versions.ts';
import { calledProblemsOf } from '#checks/called/called-problems.ts';
import { type CalledVersions, calledFrom, type PinnedFindings } from '#checks/called/called-version.ts';
import type { Catalog } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import type { Interaction } from '#format/interaction.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { versionToRun } from '../tests/called-interactions.ts';
import { shelfOf } from '../tests/runs-of.ts';
import { call } from './call.ts';

/** Tells what an Interaction has of problems by those that it runs. */
export type Called = (interaction: Interaction) => readonly Problem[];

/** Asks the server for what others have that are called. Undefined where it is away: what it said last counts then. */
export async function readCalled(
  account: AccountId,
  callees: readonly InteractionId[],
  catalog: Catalog,
): Promise<Called | undefined> {
  const called = await versionsOf(account, callees, (callee) => versionToRun(callee, shelfOf({ catalog }, account)));
  return called && ((interaction) => calledProblemsOf(interaction, catalog, called));
}

async function versionsOf(
  account: AccountId,
  callees: readonly InteractionId[],
  versionOf: (callee: InteractionId) => Promise<number | undefined>,
): Promise<CalledVersions | undefined> {
  const pins: { [id: InteractionId]: number } = {};
  const found = new Map<string, PinnedFindings>();
  const answers = await Promise.all(
    callees.map(async (interaction) => {
      const version = await versionOf(interaction);
      if (version === undefined) return true;
      pins[interaction] = version;
      const answer = await call(versionRoutes.pins, { account, interaction, version });
      for (const each of answer.ok ? answer.value.items : []) found.set(`${each.interaction}/${each.version}`, each);
      return answer.ok;
    }),
  );
  return answers.includes(true) ? calledFrom(pins, [...found.values()]) : undefined;
}
