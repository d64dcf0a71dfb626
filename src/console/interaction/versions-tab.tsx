import { useQuery } from '@tanstack/react-query';
import type { InteractionRow } from '#api/interactions.ts';
import { versionRoutes } from '#api/versions.ts';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { VersionCard } from '../versions/version-card.tsx';

/** All versions, the newest first. */
export function VersionsTab({ row }: { readonly row: InteractionRow }) {
  const account = useAccountId();
  const versions = useQuery(reading(versionRoutes.list, { account, interaction: row.id }));
  return (
    <Loaded query={versions} lines={8}>
      {({ items }) => (
        <div className="wc-stack">
          {items.map((version) => (
            <VersionCard key={version.number} version={version} />
          ))}
        </div>
      )}
    </Loaded>
  );
}
