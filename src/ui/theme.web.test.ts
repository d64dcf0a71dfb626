import { describe, expect, it } from 'vitest';
import firstScript from './public/theme.js?raw';
import { applyTheme, rememberedTheme, THEMES } from './theme.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('the theme', () => {
  it.each(THEMES)('%s is there again after a reload', (theme) => {
    const storage = memory();
    applyTheme('dark', { dataset: {} }, storage);
    applyTheme(theme, { dataset: {} }, storage);
    expect(rememberedTheme(storage)).toBe(theme);
  });

  it('is on the page at once, and follows the system where nothing else was chosen', () => {
    const root: { dataset: DOMStringMap } = { dataset: {} };
    applyTheme('dark', root, memory());
    expect(root.dataset).toEqual({ theme: 'dark' });
    applyTheme('system', root, memory());
    expect(root.dataset).toEqual({});
  });

  it("is the system's where what was remembered makes no sense", () => {
    const storage = memory();
    storage.setItem('waymark.theme', 'sepia');
    expect(rememberedTheme(storage)).toBe('system');
  });

  it('is read before the first paint from where it is remembered', () => {
    const storage = memory();
    applyTheme('dark', { dataset: {} }, storage);
    const [key] = storage.kept.keys();
    expect(firstScript).toContain(`localStorage.getItem('${key}')`);
  });
});
