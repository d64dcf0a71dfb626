import { CARD_WIDTH } from '#map/card-size.ts';
import { COLUMN, ROW_GAP } from '#map/spacing.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Draft, Insertion } from '../editor/draft.ts';
import type { Behaviour } from './behaviour.ts';

type Point = readonly [number, number];

/** A new element stands to the right of what it follows, below what stands there already; nothing else moves. */
export const insertPlaces: Behaviour = {
  name: 'A new element finds a free place beside the selected one',
  react(draft) {
    for (const insertion of draft.inserted) {
      const { element } = insertion;
      if (draft.now.layout.positions[element]) continue;
      const [x, y] = freePlace(draft, element, wantedPlace(draft, insertion));
      draft.put(['layout', 'positions', element], [Math.round(x), Math.round(y)]);
    }
  },
};

function wantedPlace(draft: Draft, { element, at }: Insertion): Point {
  if (at) return at;
  const { positions } = draft.now.layout;
  const before = draft
    .graph()
    .into(element)
    .map(({ from }) => ({ from, at: positions[from] }))
    .filter((entry): entry is { from: ElementId; at: Point } => entry.at !== undefined);
  if (before.length === 0) return belowEverything(draft);
  const x = Math.max(...before.map((entry) => entry.at[0])) + COLUMN;
  const y = before.reduce((sum, entry) => sum + entry.at[1], 0) / before.length;
  const sole = before.length === 1 ? before[0] : undefined;
  return [x, sole ? belowSiblings(draft, sole.from, element, y) : y];
}

function belowSiblings(draft: Draft, from: ElementId, element: ElementId, y: number): number {
  const bottoms = draft
    .graph()
    .from(from)
    .flatMap(({ to }) => {
      const at = to === element ? undefined : draft.now.layout.positions[to];
      return at && to !== from ? [at[1] + draft.heightOf(to) + ROW_GAP] : [];
    });
  return Math.max(y, ...bottoms);
}

function belowEverything(draft: Draft): Point {
  const places = Object.entries(draft.now.layout.positions) as [ElementId, Point][];
  if (places.length === 0) return [0, 0];
  const left = Math.min(...places.map(([, at]) => at[0]));
  const bottom = Math.max(...places.map(([id, at]) => at[1] + draft.heightOf(id)));
  return [left, bottom + ROW_GAP];
}

/** The first place at or below the wanted one where the card covers no other. */
function freePlace(draft: Draft, element: ElementId, [x, wanted]: Point): Point {
  const height = draft.heightOf(element);
  const column = (Object.entries(draft.now.layout.positions) as [ElementId, Point][])
    .filter(([id, at]) => id !== element && Math.abs(at[0] - x) < CARD_WIDTH + ROW_GAP / 2)
    .map(([id, at]) => ({ top: at[1], bottom: at[1] + draft.heightOf(id) }))
    .sort((a, b) => a.top - b.top);
  let y = wanted;
  for (const { top, bottom } of column) {
    if (top < y + height + ROW_GAP / 2 && bottom + ROW_GAP / 2 > y) y = bottom + ROW_GAP;
  }
  return [x, y];
}
