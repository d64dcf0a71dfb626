import { ExactDecimal } from './money.ts';

/**
 * Numbers are doubles whose results are rounded to 15 significant digits, the most that a double always holds exactly
 * as written. So decimal arithmetic comes out as on paper: 0.1 + 0.2 is 0.3.
 */
export function rounded(number: number): number {
  if (isShort(number)) return number === 0 ? 0 : number;
  return Number(number.toPrecision(15));
}

/** Cost units of rounding a number that has many digits. */
const ROUNDING_COST = 10;

/** What it costs to have calculated this number: most have few digits, and then nothing more than the step itself. */
export function costOfResult(result: number): number {
  return isShort(result) ? 0 : ROUNDING_COST;
}

/** Whether the number has few digits for sure; asked first, since it is fast and usually true. */
function isShort(number: number): boolean {
  if (Number.isInteger(number)) return Math.abs(number) <= Number.MAX_SAFE_INTEGER;
  return Math.abs(number) < 1e8 && Math.round(number * 1e6) / 1e6 === number;
}

/**
 * The sum of two numbers. Where the operands nearly cancel each other, 15 digits of the *result* would keep digits that
 * are only noise of the larger operand, so the places that the larger operand has decide.
 */
export function sum(a: number, b: number): number {
  const result = a + b;
  if (isShort(result)) return result === 0 ? 0 : result;
  const size = Math.max(Math.abs(a), Math.abs(b));
  if (Math.abs(result) > size / 8) return rounded(result);
  const places = 14 - Math.floor(Math.log10(size));
  return places > 100 || places < 0 ? rounded(result) : Number(result.toFixed(places));
}

export function product(a: number, b: number): number {
  return rounded(a * b);
}

/** Infinite for a division by zero: the caller says what that means. */
export function quotient(a: number, b: number): number {
  return rounded(a / b);
}

export function power(base: number, exponent: number): number {
  return rounded(base ** exponent);
}

/** The number in plain digits, never with an exponent. */
export function numberText(number: number): string {
  const text = String(number);
  return text.includes('e') ? new ExactDecimal(text).toFixed() : text;
}
