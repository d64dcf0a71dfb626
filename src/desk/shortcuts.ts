import { isMac, type Shortcut } from '#ui/shortcut.ts';

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
  why: { shortcut: 'Alt+W', says: 'Why am I here: what led to this page' },
  jump: { shortcut: 'Alt+J', says: 'Go to another topic' },
  return: { shortcut: 'Alt+R', says: 'Return from another topic' },
  transfer: { shortcut: 'Alt+X', says: 'Transfer the session to somebody else' },
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
  { shortcut: 'Alt+Right', says: 'Forward again, after going back' },
  { shortcut: 'Alt+End', says: 'To the newest page, after going back' },
  { shortcut: 'Alt+L', says: 'Choose the language' },
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
  if (
    event.key === '?' &&
    (!typing || isEmptySearch(event.composedPath()[0])) &&
    !event.ctrlKey &&
    !event.altKey &&
    !event.metaKey
  )
    return 'sheet';
  if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key === '.') return 'notes';
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  // On a Mac these write signs, @ among them.
  if (typing && isMac()) return undefined;
  switch (event.code) {
    case 'KeyP':
      return 'pause';
    case 'KeyQ':
      return 'quit';
    case 'KeyJ':
      return 'jump';
    case 'KeyW':
      return 'why';
    case 'KeyR':
      return 'return';
    case 'KeyX':
      return 'transfer';
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

/** The search of the list has the focus from the beginning; nothing begins with a question mark. */
function isEmptySearch(target: EventTarget | undefined): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value === '';
}

/** Whether keys pressed here write into something; the real target within a player is asked, not the player. */
export function isTyping(target: EventTarget | undefined): boolean {
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
