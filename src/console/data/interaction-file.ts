import { useQuery } from '@tanstack/react-query';
import { versionRoutes } from '#api/versions.ts';
import { topOf } from '#contract/element-path.ts';
import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { checkInteraction } from '#format/read.ts';
import type { AccountId, ElementPath, InteractionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { ApiFailure } from '#ui/http/api-error.ts';
import { callForJson } from './call.ts';

/** The content of a version, asked for by whoever waits for it. */
export async function readInteractionFile(
  place: { readonly account: AccountId; readonly interaction: InteractionId; readonly version: number },
  signal: AbortSignal,
): Promise<Interaction> {
  return contentOf(await callForJson(versionRoutes.file, place, signal));
}

/** The content of a version, which never changes. */
export function useInteractionFile(account: AccountId, interaction: InteractionId, version: number | undefined) {
  return useQuery({
    queryKey: [versionRoutes.file.path, account, interaction, version],
    queryFn: ({ signal }) => callForJson(versionRoutes.file, { account, interaction, version: version ?? 0 }, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: version !== undefined,
    select: contentOf,
  });
}

function contentOf(value: Json): Interaction {
  const checked = checkInteraction(value, catalog);
  if (checked.ok) return checked.value;
  throw new ApiFailure({
    code: 'file.refused',
    status: 0,
    title: 'The content of this version cannot be read',
    detail: checked.error[0]?.message,
    fields: [],
  });
}

/** The name of an element as designers know it, of what runs within it its own; the id where this version has none. */
export function elementName(interaction: Interaction | undefined, element: ElementPath): string {
  return interaction?.elements[topOf(element)]?.name ?? element;
}
