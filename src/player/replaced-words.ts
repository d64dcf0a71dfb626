import type { PlayerWords } from '#parts/words.ts';
import type { ClientState } from './client-state.ts';

/** Why another page stands there than a moment ago, and what was not taken because of it; empty where none does. */
export function replacedWords({ movedElsewhere, corrected, lost }: ClientState, words: PlayerWords): string {
  const why = movedElsewhere ? words.movedElsewhere : corrected ? words.corrected : '';
  const vain = lost.length > 0 ? words.notTaken(lost.map((answer) => `“${answer}”`).join(', ')) : '';
  return [why, vain].filter((text) => text !== '').join(' ');
}
