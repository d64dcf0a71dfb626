import { lazy, Suspense } from 'react';
import { Skeleton } from '#ui/skeleton.tsx';
import type { PlayerFrameProps } from './player-frame.tsx';

/** The element must be known to the browser before its source is set; its code is fetched when somebody plays. */
const Frame = lazy(async () => {
  await import('#player/element.ts');
  return { default: (await import('./player-frame.tsx')).PlayerFrame };
});

/** The player itself, as agents and customers have it. */
export function Player(props: PlayerFrameProps) {
  return (
    <Suspense fallback={<Skeleton lines={6} height="1.25rem" />}>
      <Frame {...props} />
    </Suspense>
  );
}
