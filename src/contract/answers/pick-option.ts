import { isJsonObject, type Json } from '#prelude/json.ts';
import type { OfferedOption } from '../element-type.ts';

/** Stands for an option by its place among those offered, from 1: for who does not know what a list will hold. */
export function nth(place: number): Json {
  return { nth: place };
}

/**
 * The option that an input means: by its value, bare or as `{"value": …}`, by the id of its Choice, or by its place as
 * `{"nth": 1}`. Values come first, so that an id that is also somebody's value takes nobody else's place.
 */
export function pickOption(options: readonly OfferedOption[], input: Json): OfferedOption | undefined {
  if (isJsonObject(input) && typeof input.nth === 'number') return options[input.nth - 1];
  const wanted = isJsonObject(input) ? input.value : input;
  // Items of a list have no Choice: what names nothing must not be taken for one of them.
  if (wanted === undefined) return undefined;
  return options.find(({ value }) => value === wanted) ?? options.find(({ element }) => element === wanted);
}
