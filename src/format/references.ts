import type { ElementId } from '#prelude/ids.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';

/**
 * The properties by which elements of any type refer to something of the account: wherever in its settings an element
 * has such a property, its value is the key of that thing.
 */
export const REFERENCE_PROPERTIES = { connection: 'connection' } as const;

export type ReferenceKind = keyof typeof REFERENCE_PROPERTIES;

/** An element that refers to something, with its name. */
export interface Referrer {
  readonly id: ElementId;
  readonly name: string;
}

/**
 * The elements of a file that refer to the thing called `key`. It reads the file as plain JSON, so that files of any
 * version, and those that are still worked on, can be asked.
 *
 * @param elements the file's `elements`
 */
export function referrersTo(elements: Json | undefined, kind: ReferenceKind, key: string): readonly Referrer[] {
  if (!isJsonObject(elements)) return [];
  return Object.entries(elements)
    .filter(([, element = null]) => refers(element, REFERENCE_PROPERTIES[kind], key))
    .map(([id, element]) => ({ id: id as ElementId, name: nameOf(element, id) }));
}

function refers(value: Json, property: string, key: string): boolean {
  if (Array.isArray(value)) return value.some((item: Json) => refers(item, property, key));
  if (!isJsonObject(value)) return false;
  return Object.entries(value).some(
    ([name, member = null]) => (name === property && member === key) || refers(member, property, key),
  );
}

function nameOf(element: Json | undefined, id: string): string {
  return isJsonObject(element) && typeof element.name === 'string' ? element.name : id;
}
