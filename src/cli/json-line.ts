import type { Json } from '#prelude/json.ts';

/** One line of JSON; undefined where it is none. */
export function readJson(line: string): Json | undefined {
  try {
    return JSON.parse(line) as Json;
  } catch {
    return undefined;
  }
}
