import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import { RouterProvider } from 'react-aria-components';
import { WhoProvider } from '../server/who.tsx';
import { FileDrop } from '../start/file-drop.tsx';
import { StartPage } from '../start/start-page.tsx';
import { Frame } from './frame.tsx';
import { goTo, placeOf, useAddress } from './place.ts';

const CopyPage = lazy(async () => ({ default: (await import('./copy-page.tsx')).CopyPage }));
const OpenInteraction = lazy(async () => ({
  default: (await import('../start/open-interaction.tsx')).OpenInteraction,
}));

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
          <Suspense fallback={null}>
            <CopyPage key={place.copy} id={place.copy} element={place.element} keep={place.keep} />
          </Suspense>
        </Frame>
      );
    case 'interaction':
      return (
        <Frame layout="page">
          <Suspense fallback={null}>
            <OpenInteraction
              account={place.account}
              interaction={place.interaction}
              element={place.element}
              keep={place.keep}
            />
          </Suspense>
        </Frame>
      );
  }
}
