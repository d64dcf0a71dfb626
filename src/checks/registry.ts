import type { Catalog, ModelContext } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Check } from './check.ts';
import { expressions } from './data/expressions.ts';
import { missingVariable } from './data/missing-variable.ts';
import { outdatedTranslation } from './data/outdated-translation.ts';
import { reservedName } from './data/reserved-name.ts';
import { secretPlace } from './data/secret-place.ts';
import { settingsProblems } from './data/settings.ts';
import { textFormat } from './data/text-format.ts';
import { texts } from './data/texts.ts';
import { unknownVariable } from './data/unknown-variable.ts';
import { untranslated } from './data/untranslated.ts';
import { connectorWithoutExit } from './graph/connector-without-exit.ts';
import { cycleNeverWaits } from './graph/cycle-never-waits.ts';
import { exitConnectedTwice } from './graph/exit-connected-twice.ts';
import { exitNotConnected } from './graph/exit-not-connected.ts';
import { leadsToNote } from './graph/leads-to-note.ts';
import { neverFollowed } from './graph/never-followed.ts';
import { noStart } from './graph/no-start.ts';
import { notAnOption } from './graph/not-an-option.ts';
import { unreachable } from './graph/unreachable.ts';
import { modelOf } from './model.ts';
import { worstFirst } from './worst-first.ts';

/** Every check. */
export const CHECKS: readonly Check[] = [
  noStart,
  unreachable,
  exitNotConnected,
  exitConnectedTwice,
  connectorWithoutExit,
  notAnOption,
  leadsToNote,
  neverFollowed,
  cycleNeverWaits,
  missingVariable,
  unknownVariable,
  reservedName,
  expressions,
  texts,
  textFormat,
  secretPlace,
  settingsProblems,
  untranslated,
  outdatedTranslation,
];

/**
 * All problems of an Interaction, errors first.
 *
 * @param callee what is known of other Interactions that it calls; left out, nothing is said of them
 */
export function problemsOf(
  interaction: Interaction,
  catalog: Catalog,
  callee?: ModelContext['callee'],
): readonly Problem[] {
  const model = modelOf(interaction, catalog, callee);
  return CHECKS.flatMap((check) => check.run(model)).toSorted(worstFirst);
}
