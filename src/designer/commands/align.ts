import type { ElementId } from '#prelude/ids.ts';
import type { Editor } from '../editor/editor.ts';
import type { Command } from './command.ts';
import { moveElements } from './move.ts';

type Point = readonly [number, number];

function places(editor: Editor): readonly (readonly [ElementId, Point])[] {
  return editor.state.selected.flatMap((id) => {
    const at = editor.interaction.layout.positions[id];
    return at ? [[id, at] as const] : [];
  });
}

function align(
  id: string,
  title: string,
  keys: readonly string[],
  move: (at: Point, all: readonly Point[]) => Point,
): Command {
  return {
    id,
    title,
    group: 'Move',
    keys,
    enabled: ({ state }) => state.selected.length > 1,
    run(editor) {
      const all = places(editor);
      const points = all.map(([, at]) => at);
      moveElements(editor, Object.fromEntries(all.map(([element, at]) => [element, move(at, points)])), title);
    },
  };
}

export const aligns: readonly Command[] = [
  align('align-column', 'Align in a column', ['Mod+Shift+Left'], ([, y], all) => [Math.min(...all.map(([x]) => x)), y]),
  align('align-row', 'Align in a row', ['Mod+Shift+Up'], ([x], all) => [x, Math.min(...all.map(([, y]) => y))]),
  {
    id: 'distribute-down',
    title: 'Space evenly from top to bottom',
    group: 'Move',
    keys: ['Mod+Shift+Down'],
    enabled: ({ state }) => state.selected.length > 2,
    run(editor) {
      const all = [...places(editor)].sort(([, a], [, b]) => a[1] - b[1]);
      const first = all[0]?.[1][1] ?? 0;
      const last = all.at(-1)?.[1][1] ?? 0;
      const step = (last - first) / Math.max(1, all.length - 1);
      const moved = all.map(([id, at], index) => [id, [at[0], first + index * step] as const] as const);
      moveElements(editor, Object.fromEntries(moved), 'Space evenly');
    },
  },
];
