import { setImmediate as breathe } from 'node:timers/promises';
import type { WorkingCopyId } from '#api/identifier.ts';
import type { Reference } from '#api/references.ts';
import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import type { Reference as Named } from '#contract/element-type.ts';
import type { Db } from '#store/connect.ts';
import { versionsNaming, workingCopiesNaming } from '#store/queries/references.ts';
import { findVersionBytes } from '#store/queries/versions.ts';
import { readDocument } from '#store/queries/working-copies.ts';
import type { AccountScope } from '#store/scope.ts';
import type { ContentReferences, KnownReferences } from './known-references.ts';

/** Elements of one version or working copy that are told. */
const MOST_ELEMENTS = 20;

/** What is looked for: a value that is read, or anything that elements name by its key. */
export interface Wanted {
  readonly kind: 'value' | Named['kind'];
  readonly key: string;
}

interface Looking {
  readonly scope: AccountScope;
  readonly db: Db;
  readonly knownReferences: KnownReferences;
}

/**
 * Where something of the account is used: in versions that are not retired, and in working copies, each with its
 * elements. It asks the files themselves, so it is true at once, also for element types to come.
 */
export async function referencesTo(
  { scope, db, knownReferences }: Looking,
  wanted: Wanted,
): Promise<readonly Reference[]> {
  const isValue = wanted.kind === 'value';
  const found: Reference[] = [];
  for (const version of await versionsNaming(scope, db, isValue ? ACCOUNT_VALUES : JSON.stringify(wanted.key))) {
    const { interaction_id: id, content_hash: content, name, trashed, number, status } = version;
    const references = await knownReferences.of(content, () => findVersionBytes(scope, db, id, content));
    const place = { kind: 'version', number, status } as const;
    add(found, { interaction: { id, name, trashed }, place }, references, wanted);
  }
  for (const copy of await workingCopiesNaming(scope, db, isValue ? ACCOUNT_VALUES : wanted.key)) {
    const { id, interaction_id, interaction_name: name, trashed } = copy;
    const references = knownReferences.ofWorkingCopy((await readDocument(scope, db, id)) ?? []);
    const place = { kind: 'working-copy', id: id as WorkingCopyId, name: copy.name } as const;
    add(found, { interaction: { id: interaction_id, name, trashed }, place }, references, wanted);
    // There may be hundreds: others are served in between.
    await breathe();
  }
  return found;
}

function add(
  found: Reference[],
  where: Omit<Reference, 'elements'>,
  references: ContentReferences,
  wanted: Wanted,
): void {
  const elements = wanted.kind === 'value' ? readersOf(references, wanted.key) : namersOf(references, wanted);
  if (elements.length > 0) found.push({ ...where, elements: elements.slice(0, MOST_ELEMENTS) });
}

function namersOf({ named }: ContentReferences, wanted: Wanted): Reference['elements'] {
  const elements = new Map<string, Reference['elements'][number]>();
  for (const { element, name, kind, key } of named) {
    if (kind === wanted.kind && key === wanted.key) elements.set(element, { id: element, name });
  }
  return [...elements.values()];
}

function readersOf({ values }: ContentReferences, wanted: string): Reference['elements'] {
  const elements = new Map<string, Reference['elements'][number]>();
  for (const { element: id, name, label, key } of values) {
    if (key !== undefined && key !== wanted) continue;
    const before = elements.get(id);
    const labels = [...new Set([...(before?.labels ?? []), label])];
    elements.set(id, { id, name, labels, ...(key === undefined || before?.any ? { any: true as const } : {}) });
  }
  return [...elements.values()];
}
