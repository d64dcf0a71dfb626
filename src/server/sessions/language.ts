/** The language of a session: the one asked for, else one with the same base, else the source language. */
export function languageFor(languages: readonly [string, ...string[]], asked: string | undefined): string {
  if (asked === undefined) return languages[0];
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  const base = (tag: string) => tag.split('-')[0] ?? tag;
  return (
    languages.find((language) => same(language, asked)) ??
    languages.find((language) => same(base(language), base(asked))) ??
    languages[0]
  );
}
