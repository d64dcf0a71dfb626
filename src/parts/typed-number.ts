/** Numbers as a person types them in a language: `1.234,5` in Spanish is 1234.5. */

interface Signs {
  readonly decimal: string;
  readonly group: string;
}

const known = new Map<string, Signs>();

function signs(language: string): Signs {
  const found = known.get(language);
  if (found) return found;
  const parts = new Intl.NumberFormat(language).formatToParts(-1_234_567.5);
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  const made = { decimal: part('decimal') ?? '.', group: part('group') ?? ',' };
  known.set(language, made);
  return made;
}

/** The number as it stands in an input: the language's decimal sign, no groups. */
export function typedNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 15 }).format(value);
}

/** The number that a text means; undefined where it means none. Blanks and apostrophes may part thousands everywhere. */
export function readNumber(text: string, language: string): number | undefined {
  const { decimal, group } = signs(language);
  let plain = text.replace(/[\s'’\u00a0\u202f]/g, '').replace(/\u2212/g, '-');
  if (plain === '') return undefined;
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{2,3})+(\\${decimal}\\d*)?$`);
  if (group.trim() !== '' && grouped.test(plain)) plain = plain.split(group).join('');
  if (decimal !== '.' && plain.includes(decimal)) plain = plain.replace(decimal, '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
