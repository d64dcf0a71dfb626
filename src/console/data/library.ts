import { useQuery } from '@tanstack/react-query';
import { readLibrary } from '#api/read-library.ts';
import { versionRoutes } from '#api/versions.ts';
import type { Library } from '#format/library.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { call } from './call.ts';
import { readInteractionFile } from './interaction-file.ts';

/** What a version runs within itself, as it was pinned when it was published; undefined until that is there. */
export function useLibrary(account: AccountId, interaction: InteractionId, version: number): Library | undefined {
  const query = useQuery({
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
  return query.data;
}
