import type { ElementId } from '#prelude/ids.ts';
import type { Editor } from '../editor/editor.ts';
import type { Command } from './command.ts';
import { hasSelection } from './command.ts';

export type Positions = { readonly [id: ElementId]: readonly [number, number] };

/** Puts elements where they were dragged or laid out to; locked ones stay. */
export function moveElements(editor: Editor, positions: Positions, name: string, merge?: string): void {
  const locked = new Set(editor.interaction.layout.locked ?? []);
  editor.edit(
    name,
    (draft) => {
      for (const [id, [x, y]] of Object.entries(positions) as [ElementId, readonly [number, number]][]) {
        if (locked.has(id) || !Object.hasOwn(draft.now.elements, id)) continue;
        draft.put(['layout', 'positions', id], [Math.round(x), Math.round(y)]);
      }
      return undefined;
    },
    merge,
  );
}

const STEP = 8;

function nudge(arrow: 'Left' | 'Right' | 'Up' | 'Down', dx: number, dy: number): Command {
  return {
    id: `move-${arrow.toLowerCase()}`,
    title: `Move ${arrow.toLowerCase()}`,
    group: 'Move',
    keys: [`Shift+${arrow}`],
    enabled: hasSelection,
    run(editor) {
      const { positions } = editor.interaction.layout;
      const moved = editor.state.selected.flatMap((id) => {
        const at = positions[id];
        return at ? [[id, [at[0] + dx * STEP, at[1] + dy * STEP]] as const] : [];
      });
      moveElements(editor, Object.fromEntries(moved), 'Move', `nudge:${editor.state.selected.join()}`);
    },
  };
}

export const nudges: readonly Command[] = [
  nudge('Left', -1, 0),
  nudge('Right', 1, 0),
  nudge('Up', 0, -1),
  nudge('Down', 0, 1),
];
