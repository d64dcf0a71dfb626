import { useMemo } from 'react';
import type { Catalog } from '#contract/element-type.ts';
import { textIn } from '#contract/localized-text.ts';
import { settingsOf } from '#format/element-settings.ts';
import { graphOf } from '#format/graph.ts';
import type { Interaction, Variable } from '#format/interaction.ts';
import { BUILT_IN_SCOPE, scopeOf } from '#format/scope.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { FormVariable } from '#ui/element-form.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import type { Completion } from './completion.ts';

/** Values that texts and expressions may use, answers first. */
export function useCompletions(): readonly Completion[] {
  const { variables } = useInteraction();
  return useMemo(() => {
    const own = Object.entries(variables).map(([key, variable]: [string, Variable]) => ({
      key,
      label: variable.label || key,
    }));
    const builtIn = Object.entries(BUILT_IN_SCOPE).flatMap(([key, type]) =>
      type.kind === 'record'
        ? Object.keys(type.fields).map((field) => ({ key: `${key}.${field}`, label: `${key} ${field}` }))
        : [{ key, label: key }],
    );
    return [...own, ...builtIn];
  }, [variables]);
}

export function useScope() {
  const interaction = useInteraction();
  return useMemo(() => scopeOf(interaction), [interaction]);
}

/** Variables as forms offer them: an option variable with the options that set it. */
export function useFormVariables(): readonly FormVariable[] {
  const { catalog } = useEditor();
  const interaction = useInteraction();
  return useMemo(() => {
    const options = optionsByVariable(interaction, catalog);
    return Object.entries(interaction.variables).map(([key, variable]: [string, Variable]): FormVariable => {
      const own = options.get(key);
      return { key, label: variable.label || key, kind: variable.type, ...(own ? { options: own } : {}) };
    });
  }, [interaction, catalog]);
}

function optionsByVariable(interaction: Interaction, catalog: Catalog) {
  const graph = graphOf(interaction);
  const language = interaction.languages[0];
  const found = new Map<string, { value: string; label: string }[]>();
  for (const [id, element] of Object.entries(interaction.elements)) {
    for (const { key, type } of catalog.get(element.type)?.makes(settingsOf(element)) ?? []) {
      if (type.kind !== 'option') continue;
      const options = graph.from(id as ElementId).flatMap(({ to }) => {
        const target = interaction.elements[to];
        const face = target && catalog.get(target.type)?.option?.(settingsOf(target));
        return face ? [{ value: face.value, label: textIn(face.label, language, language) || face.value }] : [];
      });
      found.set(key, [...(found.get(key) ?? []), ...options]);
    }
  }
  return found;
}
