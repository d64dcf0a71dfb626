import type { Catalog } from '#contract/element-type.ts';
import { elementIds, graphOf } from '#format/graph.ts';
import type { Interaction } from '#format/interaction.ts';
import { shapeOf } from '#map/card-shape.ts';
import type { ElementId } from '#prelude/ids.ts';
import { meetingPlaces } from './meeting-places.ts';

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

/** A way to an element: the way out it begins with, and what leads there. */
interface Way {
  readonly to: ElementId;
  readonly by: string;
  readonly path: string;
}

/**
 * The Interaction as a tree: the ways from the start, then from entry points, then what nothing leads to. Each element is
 * told once; where a way arrives at it again, a line says so. What follows without a choice stands below, not within;
 * what follows after a choice stands within it, up to where all ways meet again.
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

  const meets = meetingPlaces(elementIds(interaction), (id) => graph.from(id).map(({ to }) => to));

  /** Appends an element and all that follows it in a row, up to where it meets other ways; what branches off becomes children. */
  const tell = (
    { to: first, by: firstBy, path: firstPath }: Way,
    list: OutlineNode[],
    isBranch: boolean,
    until: ReadonlySet<ElementId>,
  ) => {
    let id: ElementId | undefined = first;
    let by = firstBy;
    let path = firstPath;
    let into = list;
    while (id !== undefined) {
      // Told where all ways have met; a way that leads there at once says so.
      if (until.has(id) && id !== first) return;
      if (told.has(id) || until.has(id)) {
        into.push({ id: `${path}>${id}`, element: id, by, isRepeated: true, children: [] });
        return;
      }
      told.add(id);
      const onward = graph.from(id);
      const children: OutlineNode[] = [];
      const here: ElementId = id;
      into.push({ id: here, element: here, by, isRepeated: false, children });
      const [only, second] = onward;
      if (only !== undefined && second === undefined && exitLabel(here, only.exit) === '') {
        by = '';
        id = only.to;
        path = `${path}>${here}`;
        if (isBranch && here === first) into = children;
        continue;
      }
      const meeting: ElementId | undefined = onward.length > 1 ? meets.get(here) : undefined;
      const within = meeting === undefined ? until : new Set([...until, meeting]);
      for (const { to, exit, id: connector } of onward) {
        tell({ to, by: exitLabel(here, exit), path: `${path}>${here}>${connector}` }, children, true, within);
      }
      by = '';
      id = meeting;
      path = `${path}>${here}`;
    }
  };

  const ids = elementIds(interaction);
  const entrances = [
    ...(interaction.start === undefined ? [] : [interaction.start]),
    ...ids.filter((id) => interaction.elements[id]?.entryPoint === true),
    ...ids.filter((id) => graph.into(id).length === 0),
    ...ids,
  ];
  for (const id of entrances) if (!told.has(id)) tell({ to: id, by: '', path: '' }, roots, false, new Set());
  return roots;
}
