import type { Catalog, ElementType } from '#contract/element-type.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Draft, Insertion } from './draft.ts';

/** A new element with the settings its type begins with. */
export function newElement(draft: Draft, type: ElementType, insertion: Omit<Insertion, 'element'>): ElementId {
  const id = draft.addElement(type, {}, insertion);
  const settings = type.defaults({ id, language: draft.language }) as JsonObject;
  draft.put(['elements', id], { ...(draft.now.elements[id] as JsonObject), ...settings });
  return id;
}

/** The type that is inserted as one more option: the first of the catalogue whose elements are options. */
export function optionType(catalog: Catalog): ElementType | undefined {
  return [...catalog.values()].find((type) => type.group === 'option');
}

/** A new option, called as its type where it is given no name; undefined where the catalogue has no options. */
export function newOption(draft: Draft, name: string | undefined): ElementId | undefined {
  const type = optionType(draft.catalog);
  if (!type) return undefined;
  const id = newElement(draft, type, { after: [] });
  if (name !== undefined) draft.put(['elements', id, 'name'], name.slice(0, 200));
  return id;
}
