import { useSyncExternalStore } from 'react';
import { applyTheme, onThemeElsewhere, rememberedTheme, type Theme } from './theme.ts';

const listeners = new Set<() => void>();

/** The chosen theme, and how to choose another; all who use it on the page and in other tabs follow. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const theme = useSyncExternalStore(subscribe, read);
  return [theme, choose];
}

function read(): Theme {
  return rememberedTheme(localStorage);
}

function choose(theme: Theme): void {
  applyTheme(theme, document.documentElement, localStorage);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  const stop = onThemeElsewhere(window, () => {
    applyTheme(read(), document.documentElement, localStorage);
    listener();
  });
  return () => {
    listeners.delete(listener);
    stop();
  };
}
