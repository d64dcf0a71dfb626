import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { putIn } from './put-in.ts';

/** The object at a path within the settings; lists are walked by number. */
export function objectAt(settings: JsonObject, path: readonly string[]): JsonObject {
  let here: Json | undefined = settings;
  for (const key of path) here = memberOf(here, key);
  return isJsonObject(here) ? here : {};
}

/** The same edit as the document takes it: it keeps a list as one value, so the whole of it is set. */
export function throughLists(
  settings: JsonObject,
  path: readonly string[],
  value: Json | undefined,
): { readonly path: readonly string[]; readonly value: Json | undefined } {
  let here: Json | undefined = settings;
  for (const [at, key] of path.entries()) {
    if (Array.isArray(here)) return { path: path.slice(0, at), value: putIn(here, path.slice(at), value) };
    here = memberOf(here, key);
  }
  return { path, value };
}

function memberOf(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(key)];
  return isJsonObject(value) ? value[key] : undefined;
}
