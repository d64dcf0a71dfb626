/** The words with a capital letter first. */
export function startOfSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
