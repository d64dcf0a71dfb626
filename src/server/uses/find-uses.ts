import { setImmediate as breathe } from 'node:timers/promises';
import type { WorkingCopyId } from '#api/identifier.ts';
import type { Use } from '#api/uses.ts';
import { ACCOUNT_VALUES } from '#contract/account-values.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { listContentsHolding } from '#store/queries/contents.ts';
import { findVersionBytes } from '#store/queries/versions.ts';
import { listWorkingCopies, readDocument } from '#store/queries/working-copies.ts';
import type { AccountScope } from '#store/scope.ts';
import type { ContentUses, KnownUses } from './known-uses.ts';

/** Places of one version or working copy that are shown. */
const MOST_PLACES = 20;

/** What is looked for: a value that is read, or an outcome that is given. */
export type Wanted = { readonly value: string } | { readonly outcome: string };

interface Looking {
  readonly scope: AccountScope;
  readonly db: Db;
  readonly knownUses: KnownUses;
}

/** Where versions and working copies of an account use something of it; versions first, each list by name. */
export async function findUses(look: Looking, wanted: Wanted): Promise<Use[]> {
  const versions = await usesInVersions(look, wanted);
  return [...versions, ...(await usesInWorkingCopies(look, wanted, versions))];
}

async function usesInVersions({ scope, db, knownUses }: Looking, wanted: Wanted): Promise<Use[]> {
  const words = 'value' in wanted ? ACCOUNT_VALUES : JSON.stringify(wanted.outcome);
  const found: Use[] = [];
  for (const line of await listContentsHolding(scope, db, words)) {
    const { interaction_id: interaction, content_hash: content, name, number, status } = line;
    const uses = await knownUses.of(content, () => findVersionBytes(scope, db, interaction, content));
    const places = placesOf(uses, wanted);
    if (places.length === 0) continue;
    found.push({ interaction: { id: interaction, name }, version: { number, status }, workingCopy: null, places });
  }
  return found;
}

async function usesInWorkingCopies(
  { scope, db, knownUses }: Looking,
  wanted: Wanted,
  versions: readonly Use[],
): Promise<Use[]> {
  const names = new Map<InteractionId, string>(versions.map(({ interaction }) => [interaction.id, interaction.name]));
  const found: Use[] = [];
  for (const copy of await listWorkingCopies(scope, db)) {
    const parts = (await readDocument(scope, db, copy.id)) ?? [];
    const places = placesOf(knownUses.ofWorkingCopy(parts), wanted);
    // There may be hundreds: others are served in between.
    await breathe();
    if (places.length === 0) continue;
    found.push({
      interaction: { id: copy.interaction_id, name: names.get(copy.interaction_id) ?? copy.name },
      version: null,
      workingCopy: { id: copy.id as WorkingCopyId, name: copy.name },
      places,
    });
  }
  return found.toSorted((a, b) => (a.interaction.name < b.interaction.name ? -1 : 1));
}

function placesOf(uses: ContentUses, wanted: Wanted): Use['places'] {
  const places =
    'value' in wanted
      ? uses.values
          .filter(({ key }) => key === undefined || key === wanted.value)
          .map(({ element, name, label, key }) => ({ element, name, label, any: key === undefined }))
      : uses.outcomes
          .filter(({ outcome }) => outcome === wanted.outcome)
          .map(({ element, name }) => ({ element, name, label: 'Outcome', any: false }));
  return places.slice(0, MOST_PLACES);
}
