import type { CalleeFace, Catalog, Unconnected } from '#contract/element-type.ts';
import { ENGINE_OUTCOMES } from '#contract/event.ts';
import type { Scope } from '#expressions/value-type.ts';
import { settingsOf } from './element-settings.ts';
import { elementIds, graphOf } from './graph.ts';
import type { Interaction } from './interaction.ts';
import { scopeOf } from './scope.ts';

/** What an Interaction shows to those that call it: its name, its variables, and how it may end. */
export function calleeFace(interaction: Interaction, catalog: Catalog): CalleeFace {
  const scope = scopeOf(interaction);
  const variables: { [key: string]: Scope[string] } = {};
  for (const key of Object.keys(interaction.variables)) {
    const type = scope[key];
    if (type) variables[key] = type;
  }
  return { name: interaction.name, variables, outcomes: outcomesOf(interaction, catalog) };
}

const ENDS: { readonly [meaning in Unconnected]: string | undefined } = {
  'ends-completed': ENGINE_OUTCOMES.completed,
  'ends-transferred': ENGINE_OUTCOMES.transferred,
  problem: undefined,
};

/** The outcomes that its elements give, and those of exits that lead nowhere. */
function outcomesOf(interaction: Interaction, catalog: Catalog): readonly string[] {
  const graph = graphOf(interaction);
  const found = new Set<string>();
  for (const id of elementIds(interaction)) {
    const element = interaction.elements[id];
    const type = element && catalog.get(element.type);
    if (!type) continue;
    const settings = settingsOf(element);
    for (const { outcome } of type.outcomes?.(settings) ?? []) found.add(outcome);
    const exits = type.exits(settings);
    const used = new Set(graph.from(id).map(({ exit }) => exit ?? exits[0]?.name));
    for (const { name, unconnected } of exits) {
      const outcome = used.has(name) ? undefined : ENDS[unconnected];
      if (outcome !== undefined) found.add(outcome);
    }
  }
  return [...found];
}
