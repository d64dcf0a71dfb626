/** Words of the language that cannot be a name by themselves. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  'and between else every external false for function if in instance null or return satisfies some then true'.split(
    ' ',
  ),
);

const SPACED_SIGNS = /\s*(\*\*|[./\-'+*])\s*/g;

/**
 * Names are equal however they are spaced: `a+b` and `a + b`, `full  name` and `full name`.
 * Gives the one form in which names are kept and compared.
 */
export function normalName(name: string): string {
  if (isSimpleName(name)) return name;
  return name.replace(SPACED_SIGNS, ' $1 ').replace(/\s+/g, ' ').trim();
}

/** One word without signs: such a name is its own normal form. */
export function isSimpleName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z_0-9]*$/.test(name);
}

/**
 * Whether the grammar needs to be told of a name to recognise it: names of plain words are recognised anyway,
 * those with signs (`a-b`) or with a reserved word among their words (`profit and loss`) are not.
 */
export function needsIntroduction(name: string): boolean {
  if (isSimpleName(name)) return false;
  const words = normalName(name).split(' ');
  return words.some((word) => RESERVED_WORDS.has(word) || !/^[\p{L}\p{S}_?][\p{L}\p{N}\p{M}\p{S}_?]*$/u.test(word));
}
