/** Amounts of money as a person types them: `12,50`, `12.50 USD`, `€ 1,200`. */
import { isJsonObject, type Json } from '#prelude/json.ts';
import { readDecimal, typedDecimal } from './typed-decimal.ts';

/** What stands in the input: the text, and the currency chosen beside it. */
export type TypedMoney = { readonly text: string; readonly currency: string };

export function isTypedMoney(value: Json | undefined): value is TypedMoney {
  return isJsonObject(value) && typeof value.text === 'string' && typeof value.currency === 'string';
}

/** What stands in the input for an amount. */
export function typedMoney({ amount, currency }: { amount: string; currency: string }, language: string): TypedMoney {
  return { text: typedDecimal(amount, language), currency };
}

/** The exact amount that the text means, a decimal text; undefined where it means none. */
export function readAmount(text: string, language: string): string | undefined {
  return readDecimal(text.replace(/[a-z]{0,3}\p{Sc}|^\s*[a-z]{3}(?![a-z])|(?<![a-z])[a-z]{3}\s*$/giu, ''), language);
}

/** The one of the currencies that a text names, by its code or by its sign. */
export function currencyIn(text: string, currencies: readonly string[], language: string): string | undefined {
  const code = /(?<![a-z])[a-z]{3}(?![a-z])/i.exec(text)?.[0].toUpperCase();
  if (code !== undefined && currencies.includes(code)) return code;
  const sign = /\p{Sc}/u.exec(text)?.[0];
  return sign === undefined ? undefined : currencies.find((currency) => signOf(currency, language) === sign);
}

function signOf(currency: string, language: string): string | undefined {
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
  return new Intl.NumberFormat(language, style).formatToParts(0).find(({ type }) => type === 'currency')?.value;
}
