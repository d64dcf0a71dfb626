import { elementIds, graphOf } from '#format/graph.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Editor } from '../editor/editor.ts';
import { type Command, hasSelection } from './command.ts';

export const selectAll: Command = {
  id: 'select-all',
  title: 'Select all',
  group: 'Select',
  keys: ['Mod+A'],
  run: (editor) => editor.select(elementIds(editor.interaction)),
};

export const selectNone: Command = {
  id: 'select-none',
  title: 'Select nothing',
  group: 'Select',
  keys: ['Escape'],
  run(editor) {
    const { undoable } = editor.history;
    const [only, second] = editor.state.selected;
    const justInserted =
      undoable?.name.startsWith('Insert ') === true &&
      only !== undefined &&
      second === undefined &&
      undoable.changes.some(({ path, before }) => path[1] === only && path.length === 2 && before === undefined);
    if (justInserted) editor.undo();
    else editor.select([]);
  },
};

export const selectSameType: Command = {
  id: 'select-same-type',
  title: 'Select all of the same type',
  group: 'Select',
  enabled: hasSelection,
  run(editor) {
    const { elements } = editor.interaction;
    const types = new Set(editor.state.selected.map((id) => elements[id]?.type));
    editor.select(elementIds(editor.interaction).filter((id) => types.has(elements[id]?.type)));
  },
};

export const selectDownstream: Command = {
  id: 'select-downstream',
  title: 'Select everything that follows',
  group: 'Select',
  keys: ['Shift+Alt+Right'],
  enabled: hasSelection,
  run: (editor) => editor.select(along(editor, 'from')),
};

export const selectUpstream: Command = {
  id: 'select-upstream',
  title: 'Select everything that leads here',
  group: 'Select',
  keys: ['Shift+Alt+Left'],
  enabled: hasSelection,
  run: (editor) => editor.select(along(editor, 'into')),
};

function along(editor: Editor, direction: 'from' | 'into'): readonly ElementId[] {
  const graph = graphOf(editor.interaction);
  const seen = new Set(editor.state.selected);
  const waiting = [...seen];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const connector of graph[direction](id)) {
      const next = direction === 'from' ? connector.to : connector.from;
      if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
    }
  }
  return [...seen];
}
