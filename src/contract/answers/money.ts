import * as z from 'zod';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { currencyPlaces } from '#prelude/locale.ts';
import { setting } from '../setting.ts';
import { NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { compareDecimals, placesOf, readDecimal } from './decimal-text.ts';
import { emptyRange } from './empty-range.ts';
import { refusing } from './refuse-answer.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const currency = z.string().regex(/^[A-Z]{3}$/, 'a currency is written as three capital letters, such as EUR');

const amount = z.number().min(-1e15).max(1e15).optional();

const settings = z.strictObject({
  kind: z.literal('money'),
  ...sharedAnswerSettings,
  currencies: setting(
    z
      .array(currency)
      .min(1)
      .max(20)
      .refine((list) => new Set(list).size === list.length, 'a currency stands here twice'),
    {
      widget: 'words',
      label: 'Currency',
      help: 'Its code, such as EUR. Of several, EUR, USD, the first stands in the field until another is chosen.',
      tab: 'Answer',
    },
  ),
  min: setting(amount, { widget: 'number', label: 'Least', tab: 'Answer' }),
  max: setting(amount, { widget: 'number', label: 'Most', tab: 'Answer' }),
});

type Settings = z.infer<typeof settings>;

/** An exact amount, `{"amount":"12.34","currency":"EUR"}`; a text such as `12.34` or `12.34 EUR` is taken too. */
export const money = answerKind<Settings>({
  kind: 'money',
  title: 'Money',
  icon: 'banknote',
  group: 'Numbers, dates and times',
  settings,
  defaults: (variable) => ({ kind: 'money', variable, currencies: ['EUR'] }),
  type: () => ({ kind: 'money' }),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  problems: ({ min, max }) =>
    emptyRange('min', min, max, (least, most) => `No amount is at least ${least} and at most ${most}`),
  samples: ({ min, max, currencies: [first = 'EUR'] }) => [{ amount: String(min ?? max ?? 12), currency: first }],
  limits: ({ currencies, min, max }) => ({
    currencies,
    ...(min === undefined ? {} : { min: exact(min) }),
    ...(max === undefined ? {} : { max: exact(max) }),
  }),
  leavesAtOnce: () => false,
  read: ({ currencies, min, max }, input, { language, show }) => {
    const refuse = refusing(language);
    const typed = amountIn(input, currencies);
    if (!typed) return refuse('answer.not-money');
    if (!currencies.includes(typed.currency)) {
      return refuse('answer.currency-not-offered', { currencies: currencies.join(', ') });
    }
    const places = currencyPlaces(typed.currency);
    const value = { amount: readDecimal(typed.amount, places) ?? '', currency: typed.currency };
    if (value.amount === '') return refuse('answer.not-money');
    if (placesOf(value.amount) > places) return refuse('answer.too-exact', { currency: value.currency, places });
    const words = (decimal: string) => show({ ...value, amount: decimal }, { kind: 'money' });
    if (min !== undefined && compareDecimals(value.amount, exact(min)) < 0) {
      return refuse('answer.too-small', { least: words(exact(min)) });
    }
    if (max !== undefined && compareDecimals(value.amount, exact(max)) > 0) {
      return refuse('answer.too-large', { most: words(exact(max)) });
    }
    return { ok: true, value, shown: words(value.amount) };
  },
});

/** The decimal that stands in the file: within the range of the settings no number needs an exponent but tiny ones. */
function exact(number: number): string {
  const text = String(number);
  return text.includes('e') ? number.toFixed(12) : text;
}

function amountIn(input: Json, [first = '']: readonly string[]): { amount: string; currency: string } | undefined {
  if (typeof input === 'number') return { amount: exact(input), currency: first };
  if (typeof input === 'string') {
    const [, decimal, code = first] = /^\s*(-?\d+(?:\.\d*)?)\s*([A-Z]{3})?\s*$/.exec(input) ?? [];
    return decimal === undefined ? undefined : { amount: decimal, currency: code };
  }
  if (!isJsonObject(input) || typeof input.amount !== 'string' || typeof input.currency !== 'string') return undefined;
  return { amount: input.amount, currency: input.currency };
}
