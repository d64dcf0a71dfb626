import { isJsonObject, type Json } from '#prelude/json.ts';

/**
 * The one place where a value was typed over, as a path below it: the same place while somebody types on. Undefined where
 * more than one place differs (rows were moved or removed) or where it is nothing that is typed, such as a switch.
 */
export function typedPlace(before: Json | undefined, after: Json | undefined): string | undefined {
  const places: string[] = [];
  collect(before, after, '', places);
  const [place] = places;
  return places.length === 1 ? place : undefined;
}

/** Nowhere is this typed in: such a difference counts twice, so that no place is the one. */
const NOT_TYPED = ['', ''];

function collect(before: Json | undefined, after: Json | undefined, at: string, into: string[]): void {
  if (before === after) return;
  if (Array.isArray(before) && Array.isArray(after)) {
    if (before.length !== after.length) into.push(...NOT_TYPED);
    else before.forEach((item, index) => void collect(item, after[index], `${at}.${index}`, into));
  } else if (isJsonObject(before) && isJsonObject(after)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(after)]))
      collect(before[key], after[key], `${at}.${key}`, into);
  } else if (isTyped(before) && isTyped(after)) into.push(at);
  else into.push(...NOT_TYPED);
}

/** An empty field is no value at all. */
function isTyped(value: Json | undefined): boolean {
  return value === undefined || typeof value === 'string' || typeof value === 'number';
}
