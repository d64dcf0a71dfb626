/** A pause longer than this begins a new word, milliseconds. */
const PAUSE = 700;

/**
 * Finds the choice a person begins to type: letters typed in quick succession make one word; the same letter again
 * goes on to the next choice that begins with it.
 */
export function typeAhead(): (key: string, at: number, labels: readonly string[], current: number) => number {
  let word = '';
  let last = Number.NEGATIVE_INFINITY;
  return (key, at, labels, current) => {
    const continues = at - last <= PAUSE;
    last = at;
    const letter = fold(key);
    const repeated = continues && word !== '' && [...word].every((sign) => sign === letter);
    word = continues ? word + letter : letter;
    const begin = (text: string, from: number) => {
      for (let step = 0; step < labels.length; step++) {
        const at = (from + step) % labels.length;
        if (fold(labels[at] ?? '').startsWith(text)) return at;
      }
      return -1;
    };
    const found = begin(word, word.length > 1 ? Math.max(current, 0) : current + 1);
    if (found >= 0 || !repeated) return found;
    return begin(letter, current + 1);
  };
}

/** Lower case and without accents, so that `facturacion` finds `Facturación`. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
