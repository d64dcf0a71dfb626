import { canonicalJson } from '#format/canonical.ts';
import type { Json } from '#prelude/json.ts';

/** Whether two values are the same JSON, whatever the order of keys; absent equals absent only. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}
