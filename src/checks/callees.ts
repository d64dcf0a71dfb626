import type { Catalog } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import type { Program } from '#engine/program.ts';
import { calleeFace } from '#format/callee-face.ts';
import { settingsOf } from '#format/element-settings.ts';
import { elementIds } from '#format/graph.ts';
import type { Interaction } from '#format/interaction.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { problemsOf } from './registry.ts';

/** The Interactions that an Interaction runs within itself, each once. */
export function calleesOf(interaction: Interaction, catalog: Catalog): readonly InteractionId[] {
  const called = elementIds(interaction).flatMap((id) => {
    const element = interaction.elements[id];
    const type = element && catalog.get(element.type);
    if (!element || !type) return [];
    const references = type.references?.(settingsOf(element)) ?? [];
    return references.flatMap(({ kind, key }) => (kind === 'interaction' ? [key as InteractionId] : []));
  });
  return [...new Set(called)];
}

/** All problems of an Interaction where it is known which others it would run, such as on a server. */
export function problemsOfProgram(program: Program, catalog: Catalog): readonly Problem[] {
  return problemsOf(program.interaction, catalog, (id) => {
    const callee = program.callee(id as InteractionId);
    return callee && calleeFace(callee.interaction, catalog);
  });
}
