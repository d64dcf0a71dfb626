import { elementIds, graphOf } from '#format/graph.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Editor } from '../editor/editor.ts';
import type { Command } from './command.ts';

type Direction = 'Left' | 'Right' | 'Up' | 'Down';

/** The element that an arrow key leads to: along a connector to the left and right, else the nearest that way. */
function neighbour(editor: Editor, from: ElementId, direction: Direction): ElementId | undefined {
  const { positions } = editor.interaction.layout;
  const here = positions[from];
  if (!here) return undefined;
  const nearest = (ids: readonly ElementId[]) => closest(ids, positions, here);
  if (direction === 'Left' || direction === 'Right') {
    const graph = graphOf(editor.interaction);
    const joined =
      direction === 'Right' ? graph.from(from).map(({ to }) => to) : graph.into(from).map(({ from: before }) => before);
    const next = nearest(joined.filter((id) => id !== from));
    if (next !== undefined) return next;
  }
  const sign = direction === 'Left' || direction === 'Up' ? -1 : 1;
  const axis = direction === 'Left' || direction === 'Right' ? 0 : 1;
  const across = axis === 0 ? 1 : 0;
  const that = elementIds(editor.interaction).filter((id) => {
    const at = positions[id];
    if (!at || id === from) return false;
    const along = (at[axis] - here[axis]) * sign;
    return along > 0 && along >= Math.abs(at[across] - here[across]) * 0.5;
  });
  return nearest(that);
}

function closest(
  ids: readonly ElementId[],
  positions: Editor['interaction']['layout']['positions'],
  here: readonly [number, number],
): ElementId | undefined {
  let best: ElementId | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const at = positions[id];
    if (!at) continue;
    const distance = Math.hypot(at[0] - here[0], at[1] - here[1]);
    if (distance < least) {
      least = distance;
      best = id;
    }
  }
  return best;
}

function walk(direction: Direction, words: string): Command {
  return {
    id: `walk-${direction.toLowerCase()}`,
    title: words,
    group: 'Select',
    keys: [direction, `Alt+${direction}`],
    run(editor) {
      const from = editor.state.selected.at(-1) ?? editor.interaction.start ?? elementIds(editor.interaction)[0];
      if (from === undefined) return;
      const to = editor.state.selected.length === 0 ? from : neighbour(editor, from, direction);
      if (to === undefined) return;
      editor.select([to]);
      editor.host.reveal([to]);
    },
  };
}

export const walks: readonly Command[] = [
  walk('Right', 'Go to what follows'),
  walk('Left', 'Go to what leads here'),
  walk('Up', 'Go to the element above'),
  walk('Down', 'Go to the element below'),
];
