import type { Catalog } from '#contract/element-type.ts';
import { settingsOf } from '#format/element-settings.ts';
import { elementIds } from '#format/graph.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId, InteractionId } from '#prelude/ids.ts';

/** A place where an Interaction runs another one. */
export interface CallPlace {
  readonly element: ElementId;
  /** Where in the element's settings, dotted. */
  readonly path: string;
  readonly callee: InteractionId;
}

/** Every place where an Interaction runs another one, or itself. */
export function callsIn(interaction: Interaction, catalog: Catalog): readonly CallPlace[] {
  return elementIds(interaction).flatMap((id) => {
    const element = interaction.elements[id];
    const type = element && catalog.get(element.type);
    if (!element || !type) return [];
    const references = type.references?.(settingsOf(element)) ?? [];
    return references.flatMap(({ kind, key, path }) =>
      kind === 'interaction' ? [{ element: id, path, callee: key as InteractionId }] : [],
    );
  });
}

/** The Interactions that an Interaction runs within itself, each once. */
export function calleesOf(interaction: Interaction, catalog: Catalog): readonly InteractionId[] {
  return [...new Set(callsIn(interaction, catalog).map(({ callee }) => callee))];
}
