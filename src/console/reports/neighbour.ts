import type { Card, Drawing } from '#map/drawing.ts';
import type { ElementId } from '#prelude/ids.ts';

/** How much a card beside the way counts against one straight ahead. */
const ASIDE = 3;

/** The nearest card in the direction of an arrow key; the first card where none is active. */
export function neighbourOf(drawing: Drawing, from: ElementId | undefined, key: string): ElementId | undefined {
  const here = drawing.cards.find((card) => card.id === from);
  if (!here) return drawing.cards[0]?.id;
  const nearest = drawing.cards
    .map((card) => ({ id: card.id, distance: distance(here, card, key) }))
    .filter((one) => one.distance > 0)
    .sort((a, b) => a.distance - b.distance)[0];
  return nearest?.id;
}

/** 0 for what does not lie in that direction. */
function distance(here: Card, there: Card, key: string): number {
  const right = there.at[0] - here.at[0];
  const down = there.at[1] - here.at[1];
  const ways: { readonly [key: string]: readonly [ahead: number, aside: number] } = {
    ArrowRight: [right, down],
    ArrowLeft: [-right, down],
    ArrowDown: [down, right],
    ArrowUp: [-down, right],
  };
  const [ahead, aside] = ways[key] ?? [0, 0];
  return ahead <= 0 ? 0 : ahead + ASIDE * Math.abs(aside);
}
