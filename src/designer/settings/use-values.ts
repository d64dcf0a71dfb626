import { useMemo } from 'react';
import { ACCOUNT_VALUES, recordOf, typeOfAccountValue } from '#contract/account-values.ts';
import type { Catalog } from '#contract/element-type.ts';
import { textIn } from '#contract/localized-text.ts';
import type { Scope } from '#expressions/value-type.ts';
import { settingsOf } from '#format/element-settings.ts';
import { graphOf } from '#format/graph.ts';
import type { Interaction, Variable } from '#format/interaction.ts';
import { BUILT_IN_SCOPE, scopeOf } from '#format/scope.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { FormVariable } from '#ui/element-form.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { useAccountOfCopy } from '../server/account-known.tsx';
import type { Completion } from './completion.ts';

/** Values that texts and expressions may use, answers first. */
export function useCompletions(): readonly Completion[] {
  const { variables } = useInteraction();
  const { values } = useAccountOfCopy();
  return useMemo(() => {
    const own = Object.entries(variables).map(([key, variable]: [string, Variable]) => ({
      key,
      label: variable.label || key,
    }));
    const kept = (values ?? []).map(({ key, label }) => ({ key: `${ACCOUNT_VALUES}.${key}`, label }));
    const builtIn = Object.entries(BUILT_IN_SCOPE).flatMap(([key, type]) => {
      // One of the account's values is meant, never all of them.
      if (key === ACCOUNT_VALUES) return [];
      return type.kind === 'record'
        ? Object.keys(type.fields).map((field) => ({ key: `${key}.${field}`, label: `${key} ${field}` }))
        : [{ key, label: key }];
    });
    return [...own, ...kept, ...builtIn];
  }, [variables, values]);
}

/** The names that texts and expressions may use; without a server anything may be among the account's values. */
export function useScope(): Scope {
  const interaction = useInteraction();
  const { values } = useAccountOfCopy();
  return useMemo(() => {
    const scope = scopeOf(interaction);
    if (!values || Object.hasOwn(interaction.variables, ACCOUNT_VALUES)) return scope;
    const types = Object.fromEntries(values.map(({ key, type }) => [key, typeOfAccountValue(type)]));
    return { ...scope, [ACCOUNT_VALUES]: recordOf({ types }) };
  }, [interaction, values]);
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
