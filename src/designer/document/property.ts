import { LANGUAGE_PATTERN } from '#contract/localized-text.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';

/** Whether a value looks like a text by language. Such a value merges language by language, any other as a whole. */
export function isLocalized(value: Json | undefined): value is { readonly [language: string]: string } {
  if (!isJsonObject(value)) return false;
  return Object.entries(value).every(([key, text]) => typeof text === 'string' && LANGUAGE_PATTERN.test(key));
}

/** Whether two values of a file are equal; the order of keys means nothing. */
export function sameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return (
      Array.isArray(right) && left.length === right.length && left.every((item: Json, at) => sameJson(item, right[at]))
    );
  }
  if (!isJsonObject(left) || !isJsonObject(right)) return false;
  const keys = definedKeys(left);
  return keys.length === definedKeys(right).length && keys.every((key) => sameJson(left[key], right[key]));
}

function definedKeys(object: JsonObject): string[] {
  return Object.keys(object).filter((key) => object[key] !== undefined);
}
