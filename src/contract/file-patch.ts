import type { Json } from '#prelude/json.ts';

/**
 * One edit of an Interaction file: the property at `path` (keys from the top) gets `value`, or is removed where
 * `value` is left out. Maps are addressed by id; lists are replaced as a whole.
 */
export interface FilePatch {
  readonly path: readonly string[];
  readonly value?: Json;
}
