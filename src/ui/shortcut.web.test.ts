import { describe, expect, it } from 'vitest';
import { ariaShortcut, keyCaps } from './shortcut.ts';

describe('a shortcut', () => {
  it("is drawn in the signs of the reader's machine", () => {
    expect(keyCaps('Mod+Shift+Z', false)).toEqual(['Ctrl', 'Shift', 'Z']);
    expect(keyCaps('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
    expect(keyCaps('Alt+Left', false)).toEqual(['Alt', '←']);
    expect(keyCaps('+', false)).toEqual(['+']);
    expect(keyCaps('Mod++', false)).toEqual(['Ctrl', '+']);
  });

  it('is told to screen readers in the names of the keyboard events', () => {
    expect(ariaShortcut('Mod+K', false)).toBe('Control+K');
    expect(ariaShortcut('Mod+K', true)).toBe('Meta+K');
    expect(ariaShortcut('Alt+Left', false)).toBe('Alt+ArrowLeft');
  });
});
