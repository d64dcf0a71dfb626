import type { PlayerWords } from '#parts/words.ts';
import type { ClientState } from './client-state.ts';

/** Why nobody answers, and what becomes of what waits to be sent; empty while somebody does. */
export function awayWords({ away, unconfirmed, takingBack }: ClientState, words: PlayerWords): string {
  if (!away) return '';
  const { kept, trying } = words.away[away.why];
  return unconfirmed && !takingBack ? kept : trying;
}

/** Why the last command was refused, where that is about no field; empty where it was not. */
export function refusedWords({ message, problems }: ClientState, words: PlayerWords): string {
  return message === undefined || problems.length > 0 ? '' : message || words.turnedDown;
}
