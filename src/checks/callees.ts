import type { Catalog } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import { settingsOf } from '#format/element-settings.ts';
import { elementIds } from '#format/graph.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId, InteractionId } from '#prelude/ids.ts';

interface Call {
  readonly element: ElementId;
  readonly name: string;
  readonly interaction: InteractionId;
  readonly path: string;
}

function callsIn(interaction: Interaction, catalog: Catalog): readonly Call[] {
  return elementIds(interaction).flatMap((id) => {
    const element = interaction.elements[id];
    const type = element && catalog.get(element.type);
    if (!element || !type) return [];
    return (type.references?.(settingsOf(element)) ?? [])
      .filter(({ kind }) => kind === 'interaction')
      .map(({ key, path }) => ({
        element: id,
        name: element.name,
        interaction: key as InteractionId,
        path: `elements.${id}.${path}`,
      }));
  });
}

/** The Interactions that an Interaction runs within itself, each once. */
export function calleesOf(interaction: Interaction, catalog: Catalog): readonly InteractionId[] {
  return [...new Set(callsIn(interaction, catalog).map((call) => call.interaction))];
}

/** Where an Interaction runs others that are not there. Asked by those who know which are, such as a server at publication. */
export function missingCallees(
  interaction: Interaction,
  catalog: Catalog,
  isThere: (interaction: InteractionId) => boolean,
): readonly Problem[] {
  return callsIn(interaction, catalog)
    .filter((call) => !isThere(call.interaction))
    .map(({ element, name, interaction: callee, path }) => ({
      code: 'sub.missing',
      severity: 'error',
      element,
      path,
      message: `“${name}” runs the Interaction “${callee}”, of which there is no version here; publish it first`,
    }));
}
