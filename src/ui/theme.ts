/** What the reader chose; `system` follows the machine. */
export type Theme = 'light' | 'dark' | 'system';

export const THEMES = ['light', 'dark', 'system'] as const satisfies readonly Theme[];

/** `public/theme.js` reads the same key before the first paint. */
const KEY = 'waymark.theme';

export function rememberedTheme(storage: Pick<Storage, 'getItem'>): Theme {
  const value = storage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** Shows a theme on the whole page and remembers it. */
export function applyTheme(
  theme: Theme,
  root: Pick<HTMLElement, 'dataset'>,
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
): void {
  if (theme === 'system') {
    delete root.dataset.theme;
    storage.removeItem(KEY);
  } else {
    root.dataset.theme = theme;
    storage.setItem(KEY, theme);
  }
}

/** Tells when another tab chose a theme; returns what ends it. */
export function onThemeElsewhere(page: Window, tell: () => void): () => void {
  const listener = (event: StorageEvent) => {
    if (event.key === KEY || event.key === null) tell();
  };
  page.addEventListener('storage', listener);
  return () => page.removeEventListener('storage', listener);
}
