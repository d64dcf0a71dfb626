/**
 * The locale by which numbers are written: the reader's own. The words of these pages are English, and so are their digits;
 * what stands between digits, and how a percentage is written, are the reader's.
 *
 * @param languages what the browser prefers, first what it likes best
 */
export function readersNumbers([first]: readonly string[]): string {
  try {
    return new Intl.Locale(first ?? 'en', { numberingSystem: 'latn' }).toString();
  } catch {
    // A tag that is none.
    return 'en';
  }
}

/** That of whoever looks at this page. */
export const READERS_NUMBERS = readersNumbers(globalThis.navigator?.languages ?? []);

interface Written {
  /** Digits behind the point, always as many. */
  readonly digits?: number;
  readonly style?: 'decimal' | 'percent';
}

const formats = new Map<string, Intl.NumberFormat>();

/** `12,345`, or `12.345` where the reader writes it so. */
export function numberWords(value: number, { digits = 0, style = 'decimal' }: Written, locale: string): string {
  const key = `${locale} ${style} ${digits}`;
  const known = formats.get(key);
  const format =
    known ?? new Intl.NumberFormat(locale, { style, minimumFractionDigits: digits, maximumFractionDigits: digits });
  if (!known) formats.set(key, format);
  return format.format(value);
}
