import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';

export interface FileMigration {
  /** The format it makes, from the one before. */
  readonly to: number;
  readonly says: string;
  migrate(file: JsonObject): JsonObject;
}

/** Every step from the first format on, in order. A file is never touched on disk: migration happens on reading. */
export const FILE_MIGRATIONS: readonly FileMigration[] = [
  {
    to: 1,
    says: 'Elements, connectors and variables were lists of things with an id; now they are maps by id that merge line by line',
    migrate: (file) => ({
      ...file,
      format: 1,
      variables: mapById(file.variables, 'key'),
      elements: mapById(file.elements, 'id'),
      connectors: mapById(file.connectors, 'id'),
    }),
  },
];

function mapById(list: Json | undefined, idKey: string): JsonObject {
  const map: { [id: string]: Json } = Object.create(null);
  if (!Array.isArray(list)) return isJsonObject(list) ? list : {};
  for (const [index, item] of list.entries()) {
    // What has no id keeps its place under a key that the schema then refuses by name: nothing is dropped in silence.
    const { [idKey]: id, ...rest } = isJsonObject(item) ? item : { [idKey]: undefined };
    map[typeof id === 'string' ? id : `#${index}`] = rest;
  }
  return { ...map };
}
