import type { Catalog } from '#contract/element-type.ts';
import type { Interaction } from '#format/interaction.ts';
import { shapeOf } from '#map/card-shape.ts';
import { arrivesAt, cardHeight, leavesAt } from '#map/card-size.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { LayoutMode, LayoutQuestion } from './question.ts';

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
  return { mode, cards, connectors };
}
