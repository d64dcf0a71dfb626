/** Numbers as a person types them in a language: `1.234,5` in Spanish is 1234.5. */
import { readDecimal } from './typed-decimal.ts';

/** The number as it stands in an input: the language's decimal sign, no groups. */
export function typedNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { useGrouping: false, maximumFractionDigits: 15 }).format(value);
}

/** The number that a text means; undefined where it means none. */
export function readNumber(text: string, language: string): number | undefined {
  const decimal = readDecimal(text, language);
  return decimal === undefined ? undefined : Number(decimal);
}
