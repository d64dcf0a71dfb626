/** @jsxImportSource preact */
import type { PlayerWords } from './words.ts';

/** A list of choices turned out empty: it says so, and the page goes on without an answer. */
export function NothingOffered({ words }: { words: PlayerWords }) {
  return <p class="finder-none">{words.nothingOffered}</p>;
}
