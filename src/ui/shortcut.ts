/** A shortcut as it is written once for all systems: "Mod+Shift+Z", where Mod is Ctrl, and Command on a Mac. */
export type Shortcut = string;

const MAC_SIGNS: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Ctrl: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  Enter: '↩',
  Backspace: '⌫',
};
const SIGNS: Readonly<Record<string, string>> = { Mod: 'Ctrl', Up: '↑', Down: '↓', Left: '←', Right: '→' };
const ARIA: Readonly<Record<string, string>> = {
  Ctrl: 'Control',
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
};

/** The parts of a shortcut; the last one may be the plus sign itself. */
function keysOf(shortcut: Shortcut): readonly string[] {
  return shortcut.split(/\+(?=.)/).filter((key) => key !== '');
}

/** The keys to draw, one cap each: ["Ctrl", "K"], or ["⌘", "K"] on a Mac. */
export function keyCaps(shortcut: Shortcut, isMac: boolean): readonly string[] {
  return keysOf(shortcut).map((key) => (isMac ? MAC_SIGNS[key] : undefined) ?? SIGNS[key] ?? key);
}

/** The value of `aria-keyshortcuts`. */
export function ariaShortcut(shortcut: Shortcut, isMac: boolean): string {
  return keysOf(shortcut)
    .map((key) => (key === 'Mod' ? (isMac ? 'Meta' : 'Control') : (ARIA[key] ?? key)))
    .join('+');
}

export function isMac(): boolean {
  return /mac|iphone|ipad/i.test(navigator.platform);
}
