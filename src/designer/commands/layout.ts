import type { Editor } from '../editor/editor.ts';
import { layoutQuestion } from '../layout/ask-layout.ts';
import type { LayoutMode } from '../layout/question.ts';
import type { Command } from './command.ts';
import { moveElements } from './move.ts';

function layOut(editor: Editor, mode: LayoutMode, name: string): void {
  const chosen = editor.state.selected.length > 1 ? editor.state.selected : [];
  const question = layoutQuestion(editor.interaction, editor.catalog, mode, new Set(chosen));
  editor.say('Laying out');
  editor.host.layout(question).then(
    (moves) => {
      moveElements(editor, moves, name);
      const count = Object.keys(moves).length;
      editor.say(count === 0 ? 'Everything is in its place' : `${name}: ${count} moved`);
      editor.host.fit();
    },
    () => editor.say('The layout could not be made; nothing was moved'),
  );
}

export const tidy: Command = {
  id: 'tidy',
  title: 'Tidy, moving as little as possible',
  group: 'Move',
  keys: ['Shift+T'],
  run: (editor) => layOut(editor, 'tidy', 'Tidy'),
};

export const fullLayout: Command = {
  id: 'full-layout',
  title: 'Lay everything out afresh',
  group: 'Move',
  run: (editor) => layOut(editor, 'full', 'Lay out'),
};
