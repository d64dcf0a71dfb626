import * as Y from 'yjs';
import type { Json } from '#prelude/json.ts';
import type { Db } from '#store/connect.ts';
import { readDocument } from '#store/queries/working-copies.ts';
import type { AccountScope } from '#store/scope.ts';

/** The elements of a working copy as they would stand in its file; undefined where there is no such copy. */
export async function elementsOfCopy(scope: AccountScope, db: Db, copy: string): Promise<Json | undefined> {
  const parts = await readDocument(scope, db, copy);
  if (!parts) return undefined;
  const document = new Y.Doc();
  for (const part of parts) Y.applyUpdate(document, part);
  // Each section of a file is a map of the document.
  return document.getMap('elements').toJSON();
}
