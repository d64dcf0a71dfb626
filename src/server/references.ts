import type { Reference } from '#api/references.ts';
import { type ReferenceKind, type Referrer, referrersTo } from '#format/references.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import type { Db } from '#store/connect.ts';
import { findInteraction } from '#store/queries/interactions.ts';
import { versionsNaming, workingCopiesNaming } from '#store/queries/references.ts';
import type { AccountScope } from '#store/scope.ts';
import { elementsOfCopy } from './working-copies/content.ts';

/**
 * Where something of the account is used: in versions that are not retired, and in working copies, each with its
 * elements. It asks the files themselves, so it is true at once for every element type, also for those to come.
 */
export async function referencesTo(
  scope: AccountScope,
  db: Db,
  kind: ReferenceKind,
  key: string,
): Promise<readonly Reference[]> {
  const found: Reference[] = [];
  for await (const version of versionsNaming(scope, db, key)) {
    const { interaction_id: id, name, trashed, number, status } = version;
    const place = { kind: 'version', number, status } as const;
    add(found, { interaction: { id, name, trashed }, place }, referrersTo(elementsIn(version.bytes), kind, key));
  }
  for (const copy of await workingCopiesNaming(scope, db, key)) {
    const elements = referrersTo(await elementsOfCopy(scope, db, copy.id), kind, key);
    const interaction = await findInteraction(scope, db, copy.interaction_id);
    const { id, name } = { id: copy.interaction_id, name: interaction?.name ?? copy.name };
    const place = { kind: 'working-copy', id: copy.id as never, name: copy.name } as const;
    add(found, { interaction: { id, name, trashed: interaction?.deleted_at != null }, place }, elements);
  }
  return found;
}

function add(found: Reference[], reference: Omit<Reference, 'elements'>, elements: readonly Referrer[]): void {
  if (elements.length > 0) found.push({ ...reference, elements: [...elements] });
}

function elementsIn(bytes: string): Json | undefined {
  const file: Json = JSON.parse(bytes);
  return isJsonObject(file) ? file.elements : undefined;
}
