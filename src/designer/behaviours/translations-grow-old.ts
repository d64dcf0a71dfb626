import type { Catalog } from '#contract/element-type.ts';
import { textsOf } from '#format/element-places.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Element, Interaction } from '#format/interaction.ts';
import { outdatedAfter, type PlacedText } from '#format/outdated-translations.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { sameJson } from '../document/property.ts';
import type { Behaviour } from './behaviour.ts';

/** Where a source text is written otherwise, its translations are older than it until somebody looks at them. */
export const translationsGrowOld: Behaviour = {
  name: 'Translations of a text that is changed are out of date',
  react(draft) {
    const { before, now, catalog } = draft;
    const source = now.languages[0];
    // Which text is the source is another matter then; and a variable that is written otherwise changes no words.
    if (source !== before.languages[0] || isRenaming(before, now)) return;
    for (const id of Object.keys(now.elements) as ElementId[]) {
      const [was, is] = [before.elements[id], now.elements[id]];
      if (!was || !is || was === is) continue;
      const outdated = is.outdated ?? [];
      const change = { before: placesOf(was, catalog), now: placesOf(is, catalog), outdated, source };
      const next = outdatedAfter(change);
      if (sameJson(next as unknown as Json, outdated as unknown as Json)) continue;
      draft.put(['elements', id, 'outdated'], next.length === 0 ? undefined : (next as unknown as Json));
    }
  },
};

function placesOf(element: Element, catalog: Catalog): readonly PlacedText[] {
  const type = catalog.get(element.type);
  return type && type.group !== 'note' ? textsOf({ element, type, settings: settingsOf(element) }) : [];
}

function isRenaming({ variables: before }: Interaction, { variables: now }: Interaction): boolean {
  if (before === now) return false;
  const lacks = (some: object, others: object) => Object.keys(some).some((key) => !Object.hasOwn(others, key));
  return lacks(before, now) && lacks(now, before);
}
