import { canStart } from '../behaviours/first-becomes-start.ts';
import { draftOf } from '../editor/draft.ts';
import type { Command } from './command.ts';

export const setAsStart: Command = {
  id: 'set-as-start',
  title: 'Set as start',
  group: 'Edit',
  enabled(editor) {
    const [element, second] = editor.state.selected;
    if (element === undefined || second !== undefined || editor.interaction.start === element) return false;
    return canStart(draftOf(editor.interaction, editor.catalog, editor.random), element);
  },
  run(editor) {
    const element = editor.state.selected[0];
    if (element === undefined) return;
    editor.edit('Set as start', (draft) => {
      draft.put(['start'], element);
      return undefined;
    });
  },
};
