import type { ElementId } from '#prelude/ids.ts';
import { CARD_WIDTH } from './card-size.ts';
import type { Card, Drawing, Line } from './drawing.ts';
import { BACK_ROOM } from './line-path.ts';
import type { Place } from './places.ts';
import { meets, type Region } from './sight.ts';

/**
 * The part of a drawing that must be there for a region to look right: its cards, the lines through it, and the cards at
 * the ends of these. What is `always` wanted is there wherever it lies. In the order of the whole.
 */
export function nearDrawing(drawing: Drawing, region: Region, always: ReadonlySet<ElementId>): Drawing {
  const cards = cardsById(drawing);
  const wanted = new Set<ElementId>(always);
  for (const card of drawing.cards) if (meets(boundsOf(card), region)) wanted.add(card.id);
  const lines = drawing.lines.filter((line) => {
    const from = cards.get(line.from);
    const to = cards.get(line.to);
    return from && to && meets(lineBounds(line, from, to), region);
  });
  for (const { from, to } of lines) {
    wanted.add(from);
    wanted.add(to);
  }
  return { cards: drawing.cards.filter(({ id }) => wanted.has(id)), lines };
}

export function boundsOf({ at: [x, y], height }: Card): Region {
  return { left: x, top: y, right: x + CARD_WIDTH, bottom: y + height };
}

/** All that a line may touch on its way. */
export function lineBounds({ isBack, below }: Line, from: Card, to: Card): Region {
  const [a, b] = [boundsOf(from), boundsOf(to)];
  const room = isBack ? BACK_ROOM : 0;
  return {
    left: Math.min(a.left, b.left) - room,
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right) + room,
    bottom: isBack ? below + room : Math.max(a.bottom, b.bottom),
  };
}

const known = new WeakMap<readonly Card[], ReadonlyMap<ElementId, Card>>();

/** The cards of a drawing by id; made once for each. */
export function cardsById({ cards }: Drawing): ReadonlyMap<ElementId, Card> {
  const made = known.get(cards) ?? new Map(cards.map((card) => [card.id, card]));
  known.set(cards, made);
  return made;
}

/** The drawing while some of its cards are dragged elsewhere. */
export function withMoved(drawing: Drawing, places: ReadonlyMap<ElementId, Place>): Drawing {
  if (places.size === 0) return drawing;
  const cards = drawing.cards.map((card) => {
    const at = places.get(card.id);
    return at ? { ...card, at } : card;
  });
  return { ...drawing, cards };
}
