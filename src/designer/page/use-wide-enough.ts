import { useSyncExternalStore } from 'react';

const query = '(min-width: 900px)';

/** Whether map and settings have room side by side. */
export function useWideEnough(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

function subscribe(listener: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}
