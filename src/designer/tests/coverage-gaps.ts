import type { Catalog } from '#contract/element-type.ts';
import { type Coverage, readPlace } from '#engine/tests/coverage.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';

/** What no test reaches of one element. */
export interface CoverageGap {
  readonly element: ElementId;
  readonly name: string;
  /** No test comes here at all; then exits and rules are not named one by one. */
  readonly isUnreached: boolean;
  readonly exits: readonly { readonly name: string; readonly label: string }[];
  readonly rules: readonly { readonly name: string; readonly label: string }[];
}

/** What no test reaches, by element, in the order of the file. */
export function coverageGaps(interaction: Interaction, catalog: Catalog, coverage: Coverage): readonly CoverageGap[] {
  const unreached = new Set<string>(coverage.elements.missing);
  const exits = byElement(coverage.exits.missing);
  const rules = byElement(coverage.rules.missing);
  return Object.entries(interaction.elements).flatMap(([id, element]): CoverageGap[] => {
    const type = catalog.get(element.type);
    const isUnreached = unreached.has(id);
    if (!type || !(isUnreached || exits.has(id) || rules.has(id))) return [];
    const settings = settingsOf(element);
    const labelled = (names: readonly string[] = [], known: readonly { name: string; label: string }[] = []) =>
      isUnreached ? [] : names.map((name) => ({ name, label: known.find((one) => one.name === name)?.label || name }));
    const ruled = type.rules?.(settings).map((rule) => ({ name: rule.id, label: rule.label }));
    const missingRules = labelled(rules.get(id), ruled);
    // A rule with a way out of its own is told once.
    const alsoRules = new Set(missingRules.map(({ name }) => name));
    return [
      {
        element: id as ElementId,
        name: element.name,
        isUnreached,
        exits: labelled(exits.get(id), [...type.exits(settings)]).filter(({ name }) => !alsoRules.has(name)),
        rules: missingRules,
      },
    ];
  });
}

function byElement(places: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const place of places) {
    const { element, name } = readPlace(place);
    const names = found.get(element);
    if (names) names.push(name);
    else found.set(element, [name]);
  }
  return found;
}
