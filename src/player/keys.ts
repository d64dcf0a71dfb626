/** What a key means on a page. Keys count only while the focus is in the player, so they disturb nobody else's. */
export type KeyMeaning =
  | { readonly act: 'choose'; readonly digit: number }
  | { readonly act: 'go-on' }
  /** Goes on only where an answer stands already: PgDn never refuses. */
  | { readonly act: 'forward' }
  | { readonly act: 'back' }
  /** After going back: gives the answer of this page again, or all of them as far as they still lead. */
  | { readonly act: 'redo' | 'newest' }
  /** To where a jump was made. */
  | { readonly act: 'return' }
  /** To the list of languages. */
  | { readonly act: 'language' };

/** The keys of the buttons on a page, as `aria-keyshortcuts` writes them. */
export const BUTTON_KEYS = {
  back: 'Alt+ArrowLeft',
  redo: 'Alt+ArrowRight',
  newest: 'Alt+End',
  return: 'Alt+R',
  language: 'Alt+L',
} as const;

/** Where the key was pressed. */
export type KeyPlace = 'line' | 'lines' | 'list' | 'button' | 'other';

export function placeOf(target: EventTarget | null): KeyPlace {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target instanceof HTMLTextAreaElement) return 'lines';
  if (target instanceof HTMLSelectElement) return 'list';
  if (target instanceof HTMLInputElement)
    return target.type === 'radio' || target.type === 'checkbox' ? 'other' : 'line';
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) return 'button';
  return target.tagName === 'SUMMARY' ? 'button' : 'other';
}

const onMac = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '');

type Keys = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>;

export function meaningOf(event: Keys, place: KeyPlace, isMac = onMac): KeyMeaning | undefined {
  if (event.isComposing) return undefined;
  const { key } = event;
  const command = event.ctrlKey || event.metaKey;
  if (key === 'Enter' && command && !event.altKey) return { act: 'go-on' };
  if (command || event.shiftKey) return undefined;
  const types = place === 'line' || place === 'lines';
  // Alt writes signs on a Mac, @ among them, and goes by words: where one types, both are needed.
  if (event.altKey) return types && isMac ? undefined : withAlt(event);
  switch (key) {
    case 'Enter':
      return place === 'button' || place === 'lines' ? undefined : { act: 'go-on' };
    case 'Backspace':
      return types || place === 'list' ? undefined : { act: 'back' };
    case 'PageUp':
      return place === 'lines' || place === 'list' ? undefined : { act: 'back' };
    case 'PageDown':
      return place === 'lines' || place === 'list' ? undefined : { act: 'forward' };
    default:
      return !types && place !== 'list' && /^[0-9]$/.test(key) ? { act: 'choose', digit: Number(key) } : undefined;
  }
}

/** A key that is held down acts once: the next page comes faster than it repeats, and is not what it was pressed for. */
export function isHeldDown(event: Keys & Pick<KeyboardEvent, 'repeat'>, place: KeyPlace): boolean {
  return event.repeat && (meaningOf(event, place) !== undefined || (event.key === 'Enter' && place === 'button'));
}

/** Letters go by their place: with Alt some keyboards write other characters. */
function withAlt({ key, code }: Keys): KeyMeaning | undefined {
  if (key === 'ArrowLeft') return { act: 'back' };
  if (key === 'ArrowRight') return { act: 'redo' };
  if (key === 'End') return { act: 'newest' };
  if (code === 'KeyR') return { act: 'return' };
  return code === 'KeyL' ? { act: 'language' } : undefined;
}
