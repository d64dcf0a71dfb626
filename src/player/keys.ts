/** What a key means on a page. Keys count only while the focus is in the player, so they disturb nobody else's. */
export type KeyMeaning =
  | { readonly act: 'choose'; readonly digit: number }
  | { readonly act: 'go-on' }
  /** Goes on only where an answer stands already: PgDn never refuses. */
  | { readonly act: 'forward' }
  | { readonly act: 'back' };

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

type Keys = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>;

export function meaningOf(event: Keys, place: KeyPlace): KeyMeaning | undefined {
  if (event.isComposing) return undefined;
  const { key } = event;
  const command = event.ctrlKey || event.metaKey;
  if (key === 'Enter' && command && !event.altKey) return { act: 'go-on' };
  if (key === 'ArrowLeft' && event.altKey && !command) return { act: 'back' };
  if (command || event.altKey || event.shiftKey) return undefined;
  const types = place === 'line' || place === 'lines';
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
