import type { Catalog, ElementType, ModelContext } from '#contract/element-type.ts';
import type { Scope } from '#expressions/value-type.ts';
import { settingsOf } from '#format/element-settings.ts';
import { elementIds, type Graph, graphOf } from '#format/graph.ts';
import type { Element, Interaction } from '#format/interaction.ts';
import { scopeOf } from '#format/scope.ts';
import { secretVariables } from '#format/secret-variables.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { ElementId } from '#prelude/ids.ts';

/** An Interaction as checks look at it: indexed once for all of them. */
export interface Model {
  readonly interaction: Interaction;
  readonly graph: Graph;
  readonly scope: Scope;
  readonly elements: ReadonlyMap<ElementId, ModelElement>;
  /** Variables whose values are held in memory alone. */
  readonly secrets: ReadonlySet<string>;
  context(id: ElementId): ModelContext;
}

export interface ModelElement {
  readonly id: ElementId;
  readonly element: Element;
  readonly type: ElementType;
  readonly settings: object;
}

export function modelOf(interaction: Interaction, catalog: Catalog, callee?: ModelContext['callee']): Model {
  const graph = graphOf(interaction);
  const scope = scopeOf(interaction);
  const elements = new Map<ElementId, ModelElement>();
  for (const id of elementIds(interaction)) {
    const element = interaction.elements[id];
    const type = element && catalog.get(element.type);
    invariant(element && type, 'a read Interaction has elements of known types only');
    elements.set(id, { id, element, type, settings: settingsOf(element) });
  }
  const language = interaction.languages[0];
  const secrets = secretVariables(interaction, elements.values());
  return {
    interaction,
    graph,
    scope,
    elements,
    secrets,
    context: (id) => ({
      element: id,
      language,
      scope,
      isSecret: (variable) => secrets.has(variable),
      options: (exit) => optionsOf(id, exit),
      ...(callee ? { callee } : {}),
    }),
  };

  function optionsOf(id: ElementId, exit: string) {
    const first = elements.get(id)?.type.exits(elements.get(id)?.settings ?? {})[0]?.name;
    return graph.from(id).flatMap((connector) => {
      if ((connector.exit ?? first) !== exit) return [];
      const target = elements.get(connector.to);
      const face = target?.type.option?.(target.settings);
      return face ? [{ ...face, element: connector.to }] : [];
    });
  }
}

export function namedById(model: Model, id: ElementId): string {
  const element = model.elements.get(id);
  return element ? named(element) : id;
}

/** How a sentence names an element: by its name, else by its type. */
export function named({ element, type }: ModelElement): string {
  return element.name.trim() === '' ? `This ${type.title.toLowerCase()}` : `“${element.name}”`;
}
