import type { Shortcut } from '#ui/shortcut.ts';

export interface ShortcutRow {
  readonly shortcut: Shortcut;
  readonly says: string;
}

/** Every key of the desk and of the pages it plays: the sheet and the handlers read the same table. */
export const DESK_KEYS = {
  sheet: { shortcut: '?', says: 'Show this list' },
  notes: { shortcut: 'Ctrl+.', says: 'Write a note; again: back to the page' },
  pause: { shortcut: 'Alt+P', says: 'Pause the session' },
  quit: { shortcut: 'Alt+Q', says: 'Quit the session' },
  jump: { shortcut: 'Alt+J', says: 'Go to another topic' },
  trail: { shortcut: 'Alt+T', says: 'Go to the passed pages' },
  home: { shortcut: 'Alt+H', says: 'Go to the list of Interactions' },
  nextTab: { shortcut: 'Alt+PageDown', says: 'Next open session' },
  previousTab: { shortcut: 'Alt+PageUp', says: 'Open session before' },
} as const satisfies Record<string, ShortcutRow>;

export type DeskKey = keyof typeof DESK_KEYS;

export const PAGE_KEYS: readonly ShortcutRow[] = [
  { shortcut: '1', says: 'to 9: pick a choice' },
  { shortcut: 'Enter', says: 'Go on' },
  { shortcut: 'Ctrl+Enter', says: 'Go on from a long text' },
  { shortcut: 'Backspace', says: 'Back, where nothing is typed' },
  { shortcut: 'Alt+Left', says: 'Back' },
  { shortcut: 'PageUp', says: 'Back' },
  { shortcut: 'PageDown', says: 'Forward with the answer that stands' },
];

export const HOME_KEYS: readonly ShortcutRow[] = [
  { shortcut: 'A', says: 'to Z: type to find an Interaction' },
  { shortcut: 'Down', says: 'Into the list' },
  { shortcut: 'Enter', says: 'Start, or go on with a session' },
];

export const END_KEYS: readonly ShortcutRow[] = [
  { shortcut: 'N', says: 'Next call' },
  { shortcut: 'S', says: 'Start the same Interaction again' },
  { shortcut: 'C', says: 'Copy the summary' },
];

/** Which of the desk's keys was pressed. Plain characters count only where nobody types. */
export function deskKeyOf(event: KeyboardEvent): DeskKey | undefined {
  if (event.isComposing) return undefined;
  const typing = isTyping(event.composedPath()[0]);
  if (event.key === '?' && !typing && !event.ctrlKey && !event.altKey && !event.metaKey) return 'sheet';
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key === '.') return 'notes';
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  switch (event.code) {
    case 'KeyP':
      return 'pause';
    case 'KeyQ':
      return 'quit';
    case 'KeyJ':
      return 'jump';
    case 'KeyT':
      return 'trail';
    case 'KeyH':
      return 'home';
    case 'PageDown':
      return 'nextTab';
    case 'PageUp':
      return 'previousTab';
    default:
      return undefined;
  }
}

/** Whether keys pressed here write into something; the real target within a player is asked, not the player. */
export function isTyping(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
