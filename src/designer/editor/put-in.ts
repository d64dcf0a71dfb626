import { isJsonObject, type Json } from '#prelude/json.ts';

/** A value with something within it set, or removed where `value` is undefined. Lists are walked by number. */
export function putIn(whole: Json | undefined, path: readonly string[], value: Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(whole)) {
    const items = whole as readonly Json[];
    const next = putIn(items[Number(key)], rest, value);
    return next === undefined ? items.toSpliced(Number(key), 1) : items.with(Number(key), next);
  }
  const object = isJsonObject(whole) ? whole : {};
  const next = putIn(object[key], rest, value);
  if (next !== undefined) return { ...object, [key]: next };
  const { [key]: _removed, ...others } = object;
  return others;
}
