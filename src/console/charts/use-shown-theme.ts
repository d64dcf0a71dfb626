import { useSyncExternalStore } from 'react';
import type { Theme } from './heat.ts';

/** Whether light or dark is shown now: colours that are computed must follow it. */
export function useShownTheme(): Theme {
  return useSyncExternalStore(listen, shownNow);
}

function shownNow(): Theme {
  const chosen = document.documentElement.dataset['theme'];
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function listen(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', changed);
  const chosen = new MutationObserver(changed);
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', changed);
    chosen.disconnect();
  };
}
