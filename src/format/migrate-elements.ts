import type { Catalog, ElementType } from '#contract/element-type.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { versionOf } from './element-settings.ts';

/** Brings each element's settings to the version its type has now; the schema judges what comes out. */
export function migrateElements(file: JsonObject, catalog: Catalog): JsonObject {
  if (!isJsonObject(file.elements)) return file;
  const elements: { [id: string]: Json } = {};
  for (const [id, element] of Object.entries(file.elements)) {
    if (element !== undefined) elements[id] = isJsonObject(element) ? migrateElement(element, catalog) : element;
  }
  return { ...file, elements };
}

/** The elements whose settings a later version of Waymark wrote, which nobody here can read. */
export function newerElements(file: JsonObject, catalog: Catalog): readonly string[] {
  if (!isJsonObject(file.elements)) return [];
  return Object.entries(file.elements).flatMap(([id, element]) => {
    if (!isJsonObject(element) || typeof element.version !== 'number') return [];
    const type = typeOf(element, catalog);
    return type && element.version > type.version ? [id] : [];
  });
}

function migrateElement(element: JsonObject, catalog: Catalog): JsonObject {
  const type = typeOf(element, catalog);
  if (!type) return element;
  const { version = 1, ...current } = element;
  // The schema refuses it where it stands.
  if (typeof version !== 'number') return element;
  const steps = type.migrations.filter((step) => step.to > version);
  return { ...steps.reduce<JsonObject>((settings, step) => step.migrate(settings), current), ...versionOf(type) };
}

function typeOf(element: JsonObject, catalog: Catalog): ElementType | undefined {
  return typeof element.type === 'string' ? catalog.get(element.type) : undefined;
}
