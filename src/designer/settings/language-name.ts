const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** What a language is called: `Spanish` for `es`. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    // A tag that is no language is shown as it is.
    return tag;
  }
}
