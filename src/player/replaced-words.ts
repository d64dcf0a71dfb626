import type { PlayerWords } from '#parts/words.ts';
import type { ClientState } from './client-state.ts';

/** Why the page stands there anew, or another one than a moment ago, and what was not taken because of it; empty where none does. */
export function replacedWords(state: ClientState, words: PlayerWords): string {
  const { lost } = state;
  const why = whyWords(state, words);
  const vain = lost.length > 0 ? words.notTaken(lost.map((answer) => `“${answer}”`).join(', ')) : '';
  return [why, vain].filter((text) => text !== '').join(' ');
}

function whyWords({ movedElsewhere, corrected, takenBack }: ClientState, words: PlayerWords): string {
  if (takenBack) return takenBack === 'done' ? words.takenBack : words.notTakenBack;
  if (movedElsewhere) return words.movedElsewhere;
  return corrected ? words.corrected : '';
}
