/** A language in its own words: `Español` for `es`. */
export function languageName(language: string): string {
  try {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
    return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
  } catch {
    // A tag that this browser does not know is shown as it is.
    return language;
  }
}
