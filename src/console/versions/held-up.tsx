import type { Version } from '#api/versions.ts';
import { Banner } from '#ui/banner.tsx';
import { Link } from '#ui/link.tsx';
import { interactionAddress } from '../app/addresses.ts';
import { useAccountId } from '../app/who.tsx';
import './held-up.css';

/** What keeps the version from being approved or from going live, and where it is mended; nothing where all is well. */
export function HeldUpBanner({ version }: { readonly version: Pick<Version, 'number' | 'status' | 'heldUp'> }) {
  const account = useAccountId();
  const { number, status, heldUp } = version;
  if (heldUp.length === 0) return null;
  const act = status === 'approved' ? 'made live' : 'approved';
  return (
    <Banner tone="warning" title={`Version ${number} cannot be ${act} as it stands`}>
      <ul className="wc-reasons">
        {heldUp.map(({ code, message, from }) => (
          <li key={`${code} ${message}`}>
            {message}.{' '}
            {from ? (
              <Link href={interactionAddress(account, from.interaction, 'versions')}>Versions of {from.name}</Link>
            ) : null}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
