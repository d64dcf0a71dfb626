import type { Use } from '#api/uses.ts';
import { Link } from '#ui/link.tsx';
import { designerAddress, interactionAddress } from '../app/addresses.ts';
import { useAccountId, useMay } from '../app/who.tsx';
import { StatusBadge } from '../versions/status.tsx';
import './use-list.css';

export interface UseListProps {
  readonly uses: readonly Use[];
  /** Says beside each element what of it does: `Text`, `Rule 1`. */
  readonly isLabelled?: boolean;
}

/** Where something of the account is used: Interaction by Interaction, with the elements that do. */
export function UseList({ uses, isLabelled = true }: UseListProps) {
  return (
    <ul className="wc-uses">
      {grouped(uses).map(([id, ofOne]) => (
        <li key={id} className="wc-stack-tight">
          <InteractionName use={ofOne[0] as Use} isPublished={ofOne.some(({ version }) => version !== null)} />
          <ul className="wc-uses">
            {ofOne.map((use) => (
              <li key={use.version?.number ?? use.workingCopy?.id}>
                <span className="wc-row">
                  {use.version ? <StatusBadge status={use.version.status} number={use.version.number} /> : null}
                  {use.workingCopy ? <span className="wc-muted">Working copy “{use.workingCopy.name}”</span> : null}
                </span>
                <span className="wc-uses-places">{placesWords(use.places, isLabelled)}</span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function InteractionName({ use, isPublished }: { readonly use: Use; readonly isPublished: boolean }) {
  const account = useAccountId();
  const mayDesign = useMay('working-copies.edit');
  const { id, name } = use.interaction;
  if (isPublished) return <Link href={interactionAddress(account, id, 'versions')}>{name}</Link>;
  return mayDesign ? <Link href={designerAddress(account, id)}>{name}</Link> : <strong>{name}</strong>;
}

function grouped(uses: readonly Use[]): readonly (readonly [string, readonly Use[]])[] {
  const groups = new Map<string, Use[]>();
  for (const use of uses) {
    const { id } = use.interaction;
    groups.set(id, [...(groups.get(id) ?? []), use]);
  }
  return [...groups];
}

/** `Greeting: Text · Refund: Rule 1`, each once. */
function placesWords(places: Use['places'], isLabelled: boolean): string {
  const words = places.map(({ name, label, any }) =>
    isLabelled ? `${name}: ${label}${any ? ' (may be any of them)' : ''}` : name,
  );
  return [...new Set(words)].join(' · ');
}
