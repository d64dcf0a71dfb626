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

/** What is offered where a language is chosen; any other can be typed by its code. */
const OFFERED = (
  'af am ar az be bg bn bs ca cs cy da de de-AT de-CH el en en-GB en-US es es-MX et eu fa fi fil fr fr-CA fr-CH ga gl gu ' +
  'he hi hr hu hy id is it ja ka kk km kn ko lo lt lv mk ml mn mr ms my nb ne nl nl-BE nn pa pl ps pt pt-BR ro ru si sk sl ' +
  'so sq sr sv sw ta te th tl tr uk ur uz vi zh-Hans zh-Hant zu'
).split(' ');

/** The languages whose name or code holds the text, by name. */
export function languagesFound(text: string): readonly string[] {
  const wanted = text.trim().toLowerCase();
  const begins = (tag: string) => Number(!languageName(tag).toLowerCase().startsWith(wanted));
  return OFFERED.filter((tag) => tag.toLowerCase() === wanted || languageName(tag).toLowerCase().includes(wanted)).sort(
    (a, b) => begins(a) - begins(b) || languageName(a).localeCompare(languageName(b), 'en'),
  );
}
