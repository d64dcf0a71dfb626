import { Decimal } from 'decimal.js';
import { Special } from './special.ts';

/** Our own settings: 34 digits as decimal128 has, and no sharing with other users of the library. */
export const ExactDecimal = Decimal.clone({
  precision: 34,
  rounding: Decimal.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
export type ExactDecimal = Decimal;

/** Cost units of a calculation with them. */
export const DECIMAL_COST = 35;

/** Places before and after the decimal point; past the last the nearest amount is taken. Sums of such amounts are exact. */
const MOST_DIGITS = 18;
const MOST_PLACES = 12;

/** An exact amount in a currency. */
export class Money extends Special {
  readonly kind = 'money';
  readonly amount: ExactDecimal;
  readonly currency: string;
  /** Decimal places that are written at least, so that 12.30 stays 12.30. */
  readonly places: number;

  private constructor(amount: ExactDecimal, currency: string, places: number) {
    super();
    this.amount = amount;
    this.currency = currency;
    this.places = places;
  }

  /** Undefined for an amount with more than 18 digits. */
  static of(amount: ExactDecimal, currency: string, places: number): Money | undefined {
    if (!amount.isFinite() || amount.e >= MOST_DIGITS) return undefined;
    return new Money(amount.toDecimalPlaces(MOST_PLACES), currency, places);
  }

  with(amount: ExactDecimal): Money | undefined {
    return Money.of(amount, this.currency, this.places);
  }

  /** The amount as it stands in JSON. */
  get amountText(): string {
    return this.amount.toFixed(Math.max(this.places, this.amount.decimalPlaces()));
  }

  override toString(): string {
    return `${this.amountText} ${this.currency}`;
  }
}

const AMOUNT = /^-?\d{1,18}(?:\.(\d{1,12}))?$/;
const CURRENCY = /^[A-Z]{3}$/;

/** The money of `12.34` and `EUR`; undefined for what is no amount or no currency code. */
export function parseMoney(amount: string, currency: string): Money | undefined {
  const found = AMOUNT.exec(amount);
  if (!found || !CURRENCY.test(currency)) return undefined;
  return Money.of(new ExactDecimal(amount), currency, found[1]?.length ?? 0);
}
