import type { Catalog } from '#contract/element-type.ts';
import { expressionsOf, templatesOf, textsOf, writesOf } from '#format/element-places.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';
import { settingsOf } from './draft.ts';

/** One place where a variable is made, written or read. */
export interface VariableUse {
  readonly element: ElementId;
  readonly how: 'makes' | 'writes' | 'reads';
  /** What it is to people: `Text`, `Rule 1`. */
  readonly label: string;
}

/** Everywhere a variable stands. Reading is found by whole names within expressions and the placeholders of texts. */
export function usesOf(interaction: Interaction, catalog: Catalog, key: string): readonly VariableUse[] {
  const uses: VariableUse[] = [];
  for (const [id, element] of Object.entries(interaction.elements)) {
    const type = catalog.get(element.type);
    if (!type) continue;
    const settings = settingsOf(element);
    const placed = { element, type, settings };
    const found = (how: VariableUse['how'], label: string) => uses.push({ element: id as ElementId, how, label });
    const makes = type.makes(settings).some((made) => made.key === key);
    if (makes) found('makes', 'Answer');
    else if (writesOf(placed).includes(key)) found('writes', 'Sets it');
    for (const place of expressionsOf(placed)) if (names(place.source, key)) found('reads', place.label);
    for (const place of textsOf(placed)) {
      if (Object.values(place.text).some((text) => namesInText(text, key))) found('reads', place.label);
    }
    for (const place of templatesOf(placed)) if (namesInText(place.source, key)) found('reads', place.label);
    const shownWhen = type.option?.(settings).shownWhen;
    if (shownWhen !== undefined && names(shownWhen, key) && !uses.some((use) => use.element === id)) {
      found('reads', 'Shown when');
    }
  }
  return uses;
}

/** Whether an expression holds the name as a whole word. */
function names(source: string, key: string): boolean {
  return source.split(/[^A-Za-z0-9_]+/).includes(key);
}

function namesInText(text: string, key: string): boolean {
  return [...text.matchAll(/\{([^{}]*)\}/g)].some((match) => names(match[1] ?? '', key));
}
