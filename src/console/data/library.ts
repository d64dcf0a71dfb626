import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { readLibrary } from '#api/read-library.ts';
import { versionRoutes } from '#api/versions.ts';
import { elementOf, frameOf } from '#contract/element-path.ts';
import { catalog } from '#elements/catalog.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Element, Interaction } from '#format/interaction.ts';
import type { Library, PinnedInteraction, Pins } from '#format/library.ts';
import type { AccountId, ElementPath, InteractionId } from '#prelude/ids.ts';
import { call } from './call.ts';
import { readInteractionFile } from './interaction-file.ts';

/** What a version runs within itself, as it was pinned when it was published. */
export function useLibrary(account: AccountId, interaction: InteractionId, version: number): UseQueryResult<Library> {
  return useQuery({
    queryKey: [versionRoutes.pins.path, account, interaction, version],
    queryFn: async ({ signal }) => {
      const { items } = await call(versionRoutes.pins, { account, interaction, version }, { signal });
      const [first] = items;
      // The answer tells of all of them at once.
      return readLibrary(first?.pins ?? {}, {
        pins: async () => items.slice(1),
        file: (id, number) => readInteractionFile({ account, interaction: id, version: number }, signal),
      });
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** An element, also one of what runs within, with the names that lead to it; undefined where this version has none. */
export function elementAt(
  interaction: Interaction,
  library: Library | undefined,
  path: ElementPath,
): { readonly element: Element; readonly names: readonly string[] } | undefined {
  const names: string[] = [];
  let here: { readonly interaction: Interaction; readonly pins: Pins } | undefined = {
    interaction,
    pins: library?.pins ?? {},
  };
  for (const id of frameOf(path).split('/').slice(0, -1)) {
    const caller: Element | undefined = here.interaction.elements[id as never];
    here = caller && calledBy(caller, here.pins, library);
    if (!caller || !here) return undefined;
    names.push(caller.name);
  }
  const element: Element | undefined = here.interaction.elements[elementOf(path)];
  return element && { element, names: [...names, element.name] };
}

function calledBy(caller: Element, pins: Pins, library: Library | undefined): PinnedInteraction | undefined {
  const references = catalog.get(caller.type)?.references?.(settingsOf(caller)) ?? [];
  const id = references.find(({ kind }) => kind === 'interaction')?.key as InteractionId | undefined;
  if (id === undefined) return undefined;
  return library?.versions.find(({ interaction, version }) => interaction.id === id && version === pins[id]);
}
