import type { Catalog } from '#contract/element-type.ts';
import type { Interaction } from '#format/interaction.ts';
import { shapeOf } from '#map/card-shape.ts';
import { arrivesAt, cardHeight, leavesAt } from '#map/card-size.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { LayoutMode, LayoutQuestion } from './question.ts';
import { readingOrder } from './reading-order.ts';

/** What the layout must know of an Interaction; of some of its elements where only those shall move. */
export function layoutQuestion(
  interaction: Interaction,
  catalog: Catalog,
  mode: LayoutMode,
  only: ReadonlySet<ElementId>,
): LayoutQuestion {
  const wanted = (id: string) => only.size === 0 || only.has(id as ElementId);
  const cards = Object.entries(interaction.elements)
    .filter(([id]) => wanted(id))
    .map(([id, element]) => {
      const type = catalog.get(element.type);
      const shape = type ? shapeOf(element, type) : { group: 'note' as const, exits: [] };
      return {
        id: id as ElementId,
        height: cardHeight(shape),
        arrives: arrivesAt(shape),
        at: interaction.layout.positions[id as ElementId] ?? ([0, 0] as const),
        exits: shape.exits.map(({ name }, index) => ({ name, at: leavesAt(shape, index) })),
      };
    });
  const exitOf = new Map(cards.map((card) => [card.id, card.exits[0]?.name ?? 'next']));
  const connectors = Object.entries(interaction.connectors)
    .filter(([, { from, to }]) => wanted(from) && wanted(to))
    .sort(([, a], [, b]) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1))
    .map(([id, { from, exit, to }]) => ({ id, from, exit: exit ?? exitOf.get(from) ?? 'next', to }));
  return mode === 'full'
    ? { mode, ...inReadingOrder({ cards, connectors }, interaction.start) }
    : { mode, cards, connectors };
}

type Drawn = Pick<LayoutQuestion, 'cards' | 'connectors'>;

/** Where everything is laid out afresh, it begins at the start, and the first way out leads to the first of what follows. */
function inReadingOrder({ cards, connectors }: Drawn, start: ElementId | undefined): Drawn {
  const cardOf = new Map(cards.map((card) => [card.id, card]));
  const ways = new Map(cards.map(({ id, exits }) => [id, exits.map(({ name }) => name)]));
  const from = new Map<ElementId, Drawn['connectors'][number][]>(cards.map(({ id }) => [id, []]));
  for (const connector of connectors) from.get(connector.from)?.push(connector);
  for (const [id, list] of from) {
    const rank = (exit: string) => ways.get(id)?.indexOf(exit) ?? 0;
    list.sort((a, b) => rank(a.exit) - rank(b.exit));
  }
  const begin = start !== undefined && cardOf.has(start) ? [start] : [];
  const order = readingOrder([...begin, ...cardOf.keys()], (id) => (from.get(id) ?? []).map(({ to }) => to));
  return {
    cards: order.flatMap((id) => cardOf.get(id) ?? []),
    connectors: order.flatMap((id) => from.get(id) ?? []),
  };
}
