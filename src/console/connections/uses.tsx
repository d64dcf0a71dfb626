import type { Reference } from '#api/references.ts';
import { Badge } from '#ui/badge.tsx';
import { Link } from '#ui/link.tsx';
import { designerAddress, interactionAddress } from '../app/addresses.ts';
import { useAccountId } from '../app/who.tsx';
import { StatusBadge } from '../versions/status.tsx';

/** Versions and working copies with the elements in them. */
export function Uses({ uses }: { readonly uses: readonly Reference[] }) {
  const account = useAccountId();
  return (
    <ul className="wc-stack-tight">
      {uses.map(({ interaction, place, elements }) => (
        <li key={place.kind === 'version' ? `${interaction.id}/${place.number}` : place.id}>
          <span className="wc-row">
            <Link
              href={
                place.kind === 'version'
                  ? interactionAddress(account, interaction.id, 'versions')
                  : designerAddress(account, interaction.id)
              }
            >
              {interaction.name}
            </Link>
            {place.kind === 'version' ? (
              <StatusBadge status={place.status} number={place.number} />
            ) : (
              <Badge>Working copy</Badge>
            )}
            {interaction.trashed ? <Badge tone="warning">In the trash</Badge> : null}
          </span>
          <span className="wc-muted">{elements.map(({ name }) => name).join(', ')}</span>
        </li>
      ))}
    </ul>
  );
}
