import type { FilePatch } from '#contract/file-patch.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';

export interface Patched {
  readonly value: JsonObject;
  /** Undoes the patches, to be applied in this order. */
  readonly inverse: readonly FilePatch[];
}

/** Applies patches one after the other. Objects on the way are made where they are missing; nothing is changed in place. */
export function applyPatches(value: JsonObject, patches: readonly FilePatch[]): Patched {
  let current = value;
  const inverse: FilePatch[] = [];
  for (const patch of patches) {
    inverse.unshift(inverseOf(current, patch));
    current = put(current, patch.path, patch.value);
  }
  return { value: current, inverse };
}

/** The patch that brings back what stands there now; where parents are missing, the topmost that the patch would make goes. */
function inverseOf(value: JsonObject, patch: FilePatch): FilePatch {
  let here: Json | undefined = value;
  for (const [depth, key] of patch.path.entries()) {
    if (!isJsonObject(here))
      return { path: patch.path.slice(0, depth), ...(here === undefined ? {} : { value: here }) };
    if (!Object.hasOwn(here, key)) return { path: patch.path.slice(0, depth + 1) };
    here = here[key];
  }
  return here === undefined ? { path: patch.path } : { path: patch.path, value: here };
}

function put(object: JsonObject, path: readonly string[], value: Json | undefined): JsonObject {
  const [key, ...rest] = path;
  if (key === undefined) return isJsonObject(value) ? value : object;
  if (rest.length === 0) {
    if (value !== undefined) return { ...object, [key]: value };
    const { [key]: _removed, ...kept } = object;
    return kept;
  }
  const child = Object.hasOwn(object, key) ? object[key] : undefined;
  if (!isJsonObject(child) && value === undefined) return object;
  return { ...object, [key]: put(isJsonObject(child) ? child : {}, rest, value) };
}
