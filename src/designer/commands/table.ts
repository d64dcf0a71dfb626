import type { Catalog } from '#contract/element-type.ts';
import { addOption } from './add-option.ts';
import { aligns } from './align.ts';
import { copy, cut, duplicateSelected, paste } from './clipboard.ts';
import type { Command } from './command.ts';
import { connectTo } from './connect.ts';
import { deleteSelected } from './delete.ts';
import { newInteraction, openFile, publish, saveFile } from './file.ts';
import { redo, undo } from './history.ts';
import { insertCommand } from './insert-element.ts';
import { fullLayout, tidy } from './layout.ts';
import { nudges } from './move.ts';
import { previewFromSelection, previewFromStart } from './preview.ts';
import { rename } from './rename.ts';
import { selectAll, selectDownstream, selectNone, selectSameType, selectUpstream } from './select.ts';
import { setAsStart } from './set-as-start.ts';
import { runAllTests } from './tests.ts';
import { editSettings, quickAdd, views } from './view.ts';
import { walks } from './walk.ts';

const COMMANDS: readonly Command[] = [
  quickAdd,
  addOption,
  undo,
  redo,
  editSettings,
  rename,
  cut,
  copy,
  paste,
  duplicateSelected,
  deleteSelected,
  setAsStart,
  connectTo,
  selectAll,
  selectNone,
  selectSameType,
  selectDownstream,
  selectUpstream,
  ...walks,
  ...nudges,
  ...aligns,
  tidy,
  fullLayout,
  ...views,
  previewFromStart,
  previewFromSelection,
  runAllTests,
  newInteraction,
  openFile,
  saveFile,
  publish,
];

/** Everything a person can do here: one insert command for each type of the catalogue, then the rest. */
export function commandsFor(catalog: Catalog): readonly Command[] {
  return [...[...catalog.values()].map(insertCommand), ...COMMANDS];
}
