import type { Reference } from '#api/references.ts';
import { Badge } from '#ui/badge.tsx';
import { Link } from '#ui/link.tsx';
import { designerAddress, interactionAddress } from '../app/addresses.ts';
import { useAccountId, useMay } from '../app/who.tsx';
import { StatusBadge } from '../versions/status.tsx';
import './reference-list.css';

/** Where something of the account is used: Interaction by Interaction, with the elements that do. */
export function ReferenceList({ references }: { readonly references: readonly Reference[] }) {
  return (
    <ul className="wc-references">
      {grouped(references).map(([first, ofOne]) => (
        <li key={first.interaction.id} className="wc-stack-tight">
          <span className="wc-row">
            <InteractionName
              interaction={first.interaction}
              isPublished={ofOne.some(({ place }) => place.kind === 'version')}
            />
            {first.interaction.trashed ? <Badge tone="warning">In the trash</Badge> : null}
          </span>
          <ul className="wc-references">
            {ofOne.map(({ place, elements }) => (
              <li key={place.kind === 'version' ? place.number : place.id}>
                {place.kind === 'version' ? (
                  <StatusBadge status={place.status} number={place.number} />
                ) : (
                  <span className="wc-muted">Working copy “{place.name}”</span>
                )}
                <span className="wc-reference-elements">{elements.map(elementWords).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

interface InteractionNameProps {
  readonly interaction: Reference['interaction'];
  readonly isPublished: boolean;
}

function InteractionName({ interaction: { id, name }, isPublished }: InteractionNameProps) {
  const account = useAccountId();
  const mayDesign = useMay('working-copies.edit');
  if (isPublished) return <Link href={interactionAddress(account, id, 'versions')}>{name}</Link>;
  return mayDesign ? <Link href={designerAddress(account, id)}>{name}</Link> : <strong>{name}</strong>;
}

function grouped(references: readonly Reference[]): readonly (readonly [Reference, readonly Reference[]])[] {
  const groups = new Map<string, [Reference, Reference[]]>();
  for (const reference of references) {
    const { id } = reference.interaction;
    const group = groups.get(id) ?? [reference, []];
    group[1].push(reference);
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** `Greeting: Text, Help`. */
function elementWords({ name, labels = [], any }: Reference['elements'][number]): string {
  const words = labels.length === 0 ? name : `${name}: ${labels.join(', ')}`;
  return any ? `${words} (may be any of them)` : words;
}
