/** Numbers as a person types them in a language, kept as exact decimal texts: `1.234,50` in Spanish is `1234.50`. */

interface Signs {
  readonly decimal: string;
  readonly grouped: RegExp;
  readonly group: string;
}

const known = new Map<string, Signs>();

function signs(language: string): Signs {
  const found = known.get(language);
  if (found) return found;
  const parts = new Intl.NumberFormat(language).formatToParts(-1_234_567.5);
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  const decimal = part('decimal') ?? '.';
  const group = part('group') ?? ',';
  // The last group has three figures: `12,50` is no twelve hundred and fifty anywhere.
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{2,3})*\\${group}\\d{3}(\\${decimal}\\d*)?$`);
  const made = { decimal, group, grouped };
  known.set(language, made);
  return made;
}

/** The decimal that a text means; undefined where it means none. Blanks and apostrophes may part thousands everywhere. */
export function readDecimal(text: string, language: string): string | undefined {
  const { decimal, group, grouped } = signs(language);
  let plain = text.replace(/[\s'’\u00a0\u202f]/g, '').replace(/\u2212/g, '-');
  if (group.trim() !== '' && grouped.test(plain)) plain = plain.split(group).join('');
  if (decimal !== '.' && plain.includes(decimal)) plain = plain.replace(decimal, '.');
  const found = /^([+-]?)(?:(\d+)\.?(\d*)|\.(\d+))$/.exec(plain);
  if (!found) return undefined;
  const [, sign = '', whole = '0', behind, alone] = found;
  const places = behind ?? alone ?? '';
  return `${sign === '-' ? '-' : ''}${whole}${places === '' ? '' : `.${places}`}`;
}

/** A decimal as it stands in an input: the language's decimal sign, no groups. */
export function typedDecimal(decimal: string, language: string): string {
  return decimal.replace('.', signs(language).decimal);
}
