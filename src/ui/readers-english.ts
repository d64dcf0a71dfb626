/**
 * English as it is written where the reader is: `en-US` for `en-US`, `en-DE` for `de`. The words of these pages are
 * English; the order of a date and the hours of a clock are the reader's own.
 *
 * @param languages what the browser prefers, first what it likes best
 */
export function readersEnglish(languages: readonly string[]): string {
  const [first] = languages;
  if (first === undefined) return 'en-GB';
  try {
    const { region } = new Intl.Locale(first).maximize();
    return region === undefined ? 'en-GB' : `en-${region}`;
  } catch {
    // A tag that is none.
    return 'en-GB';
  }
}

/** That of whoever looks at this page. */
export const READERS_ENGLISH = readersEnglish(globalThis.navigator?.languages ?? []);
