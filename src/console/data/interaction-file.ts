import { useQuery } from '@tanstack/react-query';
import { versionRoutes } from '#api/versions.ts';
import { CATALOG } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { readInteraction } from '#format/read.ts';
import type { AccountId, ElementId, InteractionId } from '#prelude/ids.ts';
import { Failure } from './failure.ts';
import { reading } from './reading.ts';

/** The content of a version, which never changes. */
export function useInteractionFile(account: AccountId, interaction: InteractionId, version: number | undefined) {
  return useQuery({
    ...reading(versionRoutes.file, { account, interaction, version: version ?? 0 }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: version !== undefined,
    select: readFile,
  });
}

function readFile(text: string): Interaction {
  const read = readInteraction(text, CATALOG);
  if (read.ok) return read.value;
  throw new Failure(
    'answer.unknown',
    0,
    'The content of this version cannot be read',
    read.error[0]?.message ?? 'Load the page again.',
  );
}

/** The name of an element as designers know it; its id where this version does not have it. */
export function elementName(interaction: Interaction | undefined, element: ElementId): string {
  return interaction?.elements[element]?.name ?? element;
}
