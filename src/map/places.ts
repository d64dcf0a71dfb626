import type { Catalog } from '#contract/element-type.ts';
import { elementIds, graphOf } from '#format/graph.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';
import { shapeOf } from './card-shape.ts';
import { cardHeight } from './card-size.ts';
import { COLUMN, ROW_GAP } from './spacing.ts';

export type Place = readonly [x: number, y: number];

/**
 * Where every element stands, in pixels at full zoom: as the file says, and where it does not say (a file written by hand
 * or by a program), column by column along the connectors, below all that has a place.
 */
export function placesOf(interaction: Interaction, catalog: Catalog): ReadonlyMap<ElementId, Place> {
  const ids = elementIds(interaction);
  const places = new Map<ElementId, Place>();
  for (const id of ids) {
    const place = interaction.layout.positions[id];
    if (place) places.set(id, place);
  }
  if (places.size === ids.length) return places;

  const heightOf = (id: ElementId): number => {
    const element = interaction.elements[id];
    const type = element && catalog.get(element.type);
    return type ? cardHeight(shapeOf(element, type)) : 0;
  };
  const placed = [...places];
  const left = placed.length === 0 ? 0 : Math.min(...placed.map(([, [x]]) => x));
  const top = placed.length === 0 ? 0 : Math.max(...placed.map(([id, [, y]]) => y + heightOf(id))) + 2 * ROW_GAP;
  const bottoms: number[] = [];
  for (const [id, column] of columnsOf(interaction)) {
    if (places.has(id)) continue;
    const y = bottoms[column] ?? top;
    places.set(id, [left + column * COLUMN, y]);
    bottoms[column] = y + heightOf(id) + ROW_GAP;
  }
  return places;
}

/** An Interaction whose every element has its place in the file. */
export function withPlaces(interaction: Interaction, catalog: Catalog): Interaction {
  const positions = Object.fromEntries(placesOf(interaction, catalog));
  return { ...interaction, layout: { ...interaction.layout, positions } };
}

/** How many connectors lie between the start and each element, the shortest way; what nothing leads to begins anew. */
function columnsOf(interaction: Interaction): ReadonlyMap<ElementId, number> {
  const graph = graphOf(interaction);
  const columns = new Map<ElementId, number>();
  const ids = elementIds(interaction);
  const roots = ids.filter((id) => graph.into(id).length === 0);
  for (const root of [...(interaction.start ? [interaction.start] : []), ...roots, ...ids]) {
    if (columns.has(root)) continue;
    columns.set(root, 0);
    const waiting = [root];
    for (const id of waiting) {
      for (const { to } of graph.from(id)) {
        if (columns.has(to)) continue;
        columns.set(to, (columns.get(id) ?? 0) + 1);
        waiting.push(to);
      }
    }
  }
  return columns;
}
