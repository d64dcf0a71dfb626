import type { Catalog } from '#contract/element-type.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';

/** Brings each element's settings to the version its type has now; the schema judges what comes out. */
export function migrateElements(file: JsonObject, catalog: Catalog): JsonObject {
  if (!isJsonObject(file.elements)) return file;
  const elements: { [id: string]: Json } = {};
  for (const [id, element] of Object.entries(file.elements)) {
    if (element !== undefined) elements[id] = isJsonObject(element) ? migrateElement(element, catalog) : element;
  }
  return { ...file, elements };
}

function migrateElement(element: JsonObject, catalog: Catalog): JsonObject {
  const type = typeof element.type === 'string' ? catalog.get(element.type) : undefined;
  if (!type) return element;
  const { version = 1, ...current } = element;
  const steps = type.migrations.filter((step) => typeof version === 'number' && step.to > version);
  const migrated = steps.reduce<JsonObject>((settings, step) => step.migrate(settings), current);
  return type.version > 1 ? { ...migrated, version: type.version } : migrated;
}
