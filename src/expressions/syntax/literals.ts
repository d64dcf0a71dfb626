const ESCAPES: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' };

/** The text that a string literal stands for: `"a\u0041\n"` with its quotes. */
export function textOfLiteral(literal: string): string {
  const inner = literal.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  const text = inner.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/gs,
    (whole, short: string | undefined, long: string | undefined, letter: string | undefined) => {
      if (letter !== undefined) return ESCAPES[letter] ?? whole;
      const point = Number.parseInt(short ?? long ?? '', 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
  return text.replace(NOT_STORED, '\ufffd');
}

/** A NUL, or one half of a character without the other: no value may hold what cannot be stored. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what no value may hold
const NOT_STORED = /\u0000|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The literal for a text: the reverse of {@link textOfLiteral}. */
export function literalOfText(text: string): string {
  const escaped = text.replace(/[\\"\n\r\t]/g, (sign) => {
    if (sign === '\n') return '\\n';
    if (sign === '\r') return '\\r';
    if (sign === '\t') return '\\t';
    return `\\${sign}`;
  });
  return `"${escaped}"`;
}
