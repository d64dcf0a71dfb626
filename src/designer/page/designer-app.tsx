import { type ReactNode, useEffect, useMemo } from 'react';
import { RouterProvider } from 'react-aria-components';
import { lazyPart } from '#ui/lazy-part.tsx';
import { WhoProvider } from '../server/who.tsx';
import { FileDrop } from '../start/file-drop.tsx';
import { Frame } from './frame.tsx';
import { goTo, placeOf, useAddress } from './place.ts';

// Whoever opens the one need not wait for the other.
const StartPage = lazyPart({ what: 'The start page' }, async () => (await import('../start/start-page.tsx')).StartPage);
const CopyPage = lazyPart({ what: 'The editor' }, async () => (await import('./copy-page.tsx')).CopyPage);
const OpenInteraction = lazyPart(
  { what: 'The editor' },
  async () => (await import('../start/open-interaction.tsx')).OpenInteraction,
);

const PARTS = { start: StartPage, copy: CopyPage, interaction: OpenInteraction } as const;

/** The Interaction Designer: its start page, and a working copy that is open. */
export function DesignerApp() {
  return (
    <RouterProvider navigate={navigate}>
      <WhoProvider>
        <FileDrop>
          <Page />
        </FileDrop>
      </WhoProvider>
    </RouterProvider>
  );
}

/** Addresses of other applications load their own page. */
function navigate(address: string): void {
  if (new URL(address, location.href).pathname.startsWith('/designer')) goTo(address);
  else location.assign(address);
}

function Page(): ReactNode {
  const address = useAddress();
  const place = useMemo(() => placeOf(new URL(address, location.href)), [address]);
  // While it is asked who one is.
  useEffect(() => void PARTS[place.kind].fetch(), [place.kind]);
  switch (place.kind) {
    case 'start':
      return (
        <Frame layout="page">
          <StartPage />
        </Frame>
      );
    case 'copy':
      return (
        <Frame layout="fixed">
          <CopyPage key={place.copy} id={place.copy} element={place.element} keep={place.keep} />
        </Frame>
      );
    case 'interaction':
      return (
        <Frame layout="page">
          <OpenInteraction
            account={place.account}
            interaction={place.interaction}
            element={place.element}
            keep={place.keep}
          />
        </Frame>
      );
  }
}
