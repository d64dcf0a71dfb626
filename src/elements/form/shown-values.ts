import type { JsonObject } from '#prelude/json.ts';

/**
 * What the fields of a form hold, without those that are not shown with it: nothing hangs on an answer that nobody sees. To
 * take one away may hide others in turn; what was hidden once stays away, so it comes to an end.
 *
 * @param hiddenWith the names of the fields that are not shown with these values
 */
export function shownValues(values: JsonObject, hiddenWith: (values: JsonObject) => readonly string[]): JsonObject {
  let current = values;
  for (;;) {
    const gone = hiddenWith(current).filter((name) => (current[name] ?? null) !== null);
    if (gone.length === 0) return current;
    current = { ...current, ...Object.fromEntries(gone.map((name) => [name, null])) };
  }
}
