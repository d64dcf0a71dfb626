import type { Behaviour } from './behaviour.ts';
import { deleteCleansUp } from './delete-cleans-up.ts';
import { deleteJoinsNeighbours } from './delete-joins-neighbours.ts';
import { exitsCarryOver } from './exits-carry-over.ts';
import { exitsKeepConnectors } from './exits-keep-connectors.ts';
import { firstBecomesStart } from './first-becomes-start.ts';
import { insertConnects } from './insert-connects.ts';
import { insertPlaces } from './insert-places.ts';
import { insertSplices } from './insert-splices.ts';
import { nameFillsOption } from './name-fills-option.ts';
import { questionMakesVariable } from './question-makes-variable.ts';
import { testsStayReadable } from './tests-stay-readable.ts';
import { translationsGrowOld } from './translations-grow-old.ts';
import { variableFollowsName } from './variable-follows-name.ts';

/** In this order: what is joined before what is cleaned up, what is connected before what is placed. */
export const BEHAVIOURS: readonly Behaviour[] = [
  deleteJoinsNeighbours,
  insertSplices,
  insertConnects,
  exitsKeepConnectors,
  exitsCarryOver,
  deleteCleansUp,
  firstBecomesStart,
  insertPlaces,
  nameFillsOption,
  questionMakesVariable,
  variableFollowsName,
  testsStayReadable,
  translationsGrowOld,
];
