import { ELEMENT_BASE_KEYS } from '#contract/element-base.ts';
import type { OptionFace } from '#contract/element-type.ts';
import type { Element } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { sameJson } from '../document/property.ts';
import { type Draft, settingsOf } from '../editor/draft.ts';
import { slug } from '../editor/slug.ts';
import type { Behaviour } from './behaviour.ts';

/** A new option reads as its element is named until somebody words it otherwise: one name to type, not three. */
export const nameFillsOption: Behaviour = {
  name: 'The name of an option fills its label and value until they are set',
  react(draft) {
    for (const id of [...draft.touched]) {
      const element: Element | undefined = draft.now.elements[id];
      const before: Element | undefined = draft.before.elements[id];
      if (!element || element === before || element.name === before?.name) continue;
      const face = draft.catalog.get(element.type)?.option?.(settingsOf(element));
      if (!face) continue;
      // What was pasted is worded already.
      if (!before && !draft.inserted.some((insertion) => insertion.element === id)) continue;
      fill(draft, id, element, face, before?.name);
    }
  },
};

function fill(draft: Draft, id: ElementId, element: Element, face: OptionFace, oldName: string | undefined): void {
  const settings = settingsOf(element);
  const label = face.label[draft.language];
  if (label === undefined || label === '' || label === oldName) {
    const key = keyHolding(settings, face.label) ?? 'label';
    if (!isBase(key)) draft.put(['elements', id, key, draft.language], element.name);
  }
  const untouched = oldName === undefined || face.value === '' || isSlugOf(face.value, oldName);
  const key = keyHolding(settings, face.value);
  if (untouched && key !== undefined && !isBase(key)) {
    draft.put(['elements', id, key], freeValue(draft, id, slug(element.name) || id));
  }
}

function isSlugOf(value: string, name: string): boolean {
  const base = slug(name);
  return value === base || (value.startsWith(`${base}_`) && /^\d+$/.test(value.slice(base.length + 1)));
}

function isBase(key: string): boolean {
  return ELEMENT_BASE_KEYS.some((base) => base === key);
}

function keyHolding(settings: JsonObject, value: OptionFace['label'] | string): string | undefined {
  return Object.keys(settings).find((key) => sameJson(settings[key], value));
}

/** Options of one Question differ in value. */
function freeValue(draft: Draft, id: ElementId, wanted: string): string {
  const taken = new Set(
    draft
      .graph()
      .into(id)
      .flatMap(({ from }) => draft.graph().from(from))
      .flatMap(({ to }) => {
        const other = to === id ? undefined : draft.now.elements[to];
        const face = other && draft.catalog.get(other.type)?.option?.(settingsOf(other));
        return face ? [face.value] : [];
      }),
  );
  let n = 2;
  let value = wanted;
  while (taken.has(value)) value = `${wanted}_${n++}`;
  return value;
}
