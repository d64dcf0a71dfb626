import type { Catalog } from '#contract/element-type.ts';
import { elementIds, graphOf } from '#format/graph.ts';
import type { Interaction } from '#format/interaction.ts';
import { shapeOf } from '#map/card-shape.ts';
import type { ElementId } from '#prelude/ids.ts';

/** A line of the outline: an element where it is first reached, or a mark that the way goes on at one told before. */
export interface OutlineNode {
  /** Unique in the outline: the element's id, or one made of the way to a repeated one. */
  readonly id: string;
  readonly element: ElementId;
  /** The way out that leads here, where its element has several. */
  readonly by: string;
  readonly isRepeated: boolean;
  readonly children: readonly OutlineNode[];
}

/**
 * The Interaction as a tree: the ways from the start, then from entry points, then what nothing leads to. Each element is
 * told once; where a way arrives at it again, a line says so. What follows without a choice stands below, not within;
 * what follows after a choice stands within it.
 */
export function outlineOf(interaction: Interaction, catalog: Catalog): readonly OutlineNode[] {
  const graph = graphOf(interaction);
  const told = new Set<ElementId>();
  const roots: OutlineNode[] = [];

  const exitLabel = (from: ElementId, exit: string | undefined) => {
    const element = interaction.elements[from];
    const type = element && catalog.get(element.type);
    const exits = element && type ? shapeOf(element, type).exits : [];
    return exits.length > 1 ? (exits.find(({ name }) => name === exit)?.label ?? '') : '';
  };

  /** Appends an element and all that follows it in a row; what branches off becomes children. */
  const tell = (first: ElementId, firstBy: string, firstPath: string, list: OutlineNode[], isBranch: boolean) => {
    let id: ElementId | undefined = first;
    let by = firstBy;
    let path = firstPath;
    let into = list;
    while (id !== undefined) {
      if (told.has(id)) {
        into.push({ id: `${path}>${id}`, element: id, by, isRepeated: true, children: [] });
        return;
      }
      told.add(id);
      const onward = graph.from(id);
      const children: OutlineNode[] = [];
      const here = id;
      into.push({ id: here, element: here, by, isRepeated: false, children });
      const [only, second] = onward;
      if (only !== undefined && second === undefined && exitLabel(here, only.exit) === '') {
        by = '';
        id = only.to;
        path = `${path}>${here}`;
        if (isBranch && here === first) into = children;
        continue;
      }
      for (const connector of onward) {
        tell(connector.to, exitLabel(here, connector.exit), `${path}>${here}>${connector.id}`, children, true);
      }
      return;
    }
  };

  const ids = elementIds(interaction);
  const entrances = [
    ...(interaction.start === undefined ? [] : [interaction.start]),
    ...ids.filter((id) => interaction.elements[id]?.entryPoint === true),
    ...ids.filter((id) => graph.into(id).length === 0),
    ...ids,
  ];
  for (const id of entrances) if (!told.has(id)) tell(id, '', '', roots, false);
  return roots;
}
