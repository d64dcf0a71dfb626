import * as Y from 'yjs';
import type { Json } from '#prelude/json.ts';

/**
 * Parts of a working copy as they stand in its file. Each section of the file is a shared map of its own, a thing in it
 * a map of its properties. Whoever edits may be in the middle of something: nothing of it is checked.
 */
export function sectionsOf<Name extends string>(
  parts: readonly Uint8Array[],
  names: readonly Name[],
): { readonly [name in Name]: { readonly [id: string]: Json } } {
  const doc = new Y.Doc();
  for (const part of parts) Y.applyUpdate(doc, part);
  const sections = names.map((name) => [name, doc.getMap(name).toJSON()] as const);
  doc.destroy();
  return Object.fromEntries(sections) as { [name in Name]: { [id: string]: Json } };
}
