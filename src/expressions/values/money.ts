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

/** An exact amount in a currency. */
export class Money extends Special {
  readonly kind = 'money';
  readonly amount: ExactDecimal;
  readonly currency: string;
  /** Decimal places that are written at least, so that 12.30 stays 12.30. */
  readonly places: number;

  constructor(amount: ExactDecimal, currency: string, places: number) {
    super();
    this.amount = amount;
    this.currency = currency;
    this.places = places;
  }

  with(amount: ExactDecimal): Money {
    return new Money(amount, this.currency, this.places);
  }

  /** The amount as it stands in JSON. */
  get amountText(): string {
    return this.amount.toFixed(Math.max(this.places, this.amount.decimalPlaces()));
  }

  override toString(): string {
    return `${this.amountText} ${this.currency}`;
  }
}

const AMOUNT = /^-?\d{1,30}(?:\.(\d{1,15}))?$/;
const CURRENCY = /^[A-Z]{3}$/;

/** The money of `12.34` and `EUR`; undefined for what is no amount or no currency code. */
export function parseMoney(amount: string, currency: string): Money | undefined {
  const found = AMOUNT.exec(amount);
  if (!found || !CURRENCY.test(currency)) return undefined;
  return new Money(new ExactDecimal(amount), currency, found[1]?.length ?? 0);
}
