import * as z from 'zod';
import { ACCOUNT_VALUE_TYPES, ACCOUNT_VALUES, type AccountValueType } from '#contract/account-values.ts';
import { localizedText } from '#contract/localized-text.ts';
import { parseDate } from '#expressions/values/calendar-date.ts';
import { parseTime } from '#expressions/values/clock-time.ts';
import { parseDateTime } from '#expressions/values/date-time.ts';
import { parseDuration } from '#expressions/values/durations.ts';
import { parseMoney } from '#expressions/values/money.ts';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { accountId, accountValueKey } from './identifier.ts';
import { flag, list, paging } from './list.ts';
import { nothing, route } from './route.ts';
import { nameText, optionalLongText, searchText } from './text.ts';
import { instant } from './time.ts';
import { person } from './users.ts';
import { use } from './uses.ts';

const words = (is: (text: string) => boolean, message: string) => z.string().max(100).refine(is, message);

/** What a value of each type looks like. An empty text is a value, too: no outage is known today. */
const VALUE_SCHEMAS = {
  text: localizedText.refine(
    (texts) => Object.values(texts).every((text) => text.length <= LIMITS.longText),
    `a text has up to ${LIMITS.longText} characters`,
  ),
  number: z.number(),
  money: z
    .strictObject({ amount: z.string().max(32), currency: z.string().max(3) })
    .refine(
      ({ amount, currency }) => parseMoney(amount, currency) !== undefined,
      'money is written like 12.34 and EUR',
    ),
  boolean: z.boolean(),
  date: words((text) => parseDate(text) !== undefined, 'a date is written like 2026-01-31'),
  time: words((text) => parseTime(text) !== undefined, 'a time is written like 10:00:00'),
  'date-time': words((text) => parseDateTime(text) !== undefined, 'a moment is written like 2026-01-31T10:00:00+01:00'),
  duration: words((text) => parseDuration(text) !== undefined, 'a duration is written like PT20S or P1M'),
  list: z.array(z.string().trim().min(1).max(LIMITS.shortText)).max(LIMITS.accountValueItems),
} as const satisfies Record<AccountValueType, z.ZodType<Json>>;

const small = (value: Json) => JSON.stringify(value).length <= LIMITS.accountValueLength;
const tooLarge = `a value has up to ${LIMITS.accountValueLength} characters in all`;

const anyValue: z.ZodType<Json> = z.json();

/** What is wrong with a value of a type, in a sentence; undefined where it is one. */
export function valueFault(type: AccountValueType, value: Json): string | undefined {
  const read = VALUE_SCHEMAS[type].safeParse(value);
  if (!read.success) return read.error.issues[0]?.message ?? 'this is no value of the type';
  return small(value) ? undefined : tooLarge;
}

const face = {
  /** What it is called on screens. */
  label: nameText,
  /** What it is for. */
  description: optionalLongText,
};

export const accountValue = z.strictObject({
  key: accountValueKey,
  label: z.string(),
  description: z.string(),
  type: z.enum(ACCOUNT_VALUE_TYPES),
  live: anyValue,
  /** Null: test runs read the live one. */
  test: anyValue.nullable(),
  /** Counted up with each change; `"3"` is the ETag of revision 3. */
  revision: z.int(),
  changedAt: instant,
  changedBy: person,
  abilities: z.array(z.enum(['change', 'delete'])),
});

export type AccountValue = z.infer<typeof accountValue>;

/** One change of a value: what it was, and what it became. */
export const valueChange = z.strictObject({
  number: z.int(),
  at: instant,
  by: person,
  did: z.enum(['made', 'changed', 'deleted']),
  /** What was set, by field; only what changed. */
  before: z.record(z.string(), anyValue),
  after: z.record(z.string(), anyValue),
  why: z.string().nullable(),
});

export type ValueChange = z.infer<typeof valueChange>;

const params = z.strictObject({ account: accountId });
const one = params.extend({ value: accountValueKey });

/** Values and texts that all Interactions of the account read as `values.KEY`. */
export const valueRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/values',
    says: `Lists the account values by key; expressions read them as \`${ACCOUNT_VALUES}.key\`.`,
    access: 'values.read',
    params,
    query: z.strictObject({ ...paging, text: searchText.optional() }),
    answers: { 200: list(accountValue) },
  }),
  types: route({
    method: 'GET',
    path: '/accounts/:account/value-types',
    says: 'Lists key, label and type of every account value, for editors of expressions.',
    access: 'values.read',
    params,
    answers: { 200: list(accountValue.pick({ key: true, label: true, type: true })) },
  }),
  create: route({
    method: 'POST',
    path: '/accounts/:account/values',
    says: 'Makes an account value. Key and type are its own for ever.',
    access: 'values.change',
    params,
    body: z.strictObject({
      key: accountValueKey,
      ...face,
      description: face.description.optional(),
      type: z.enum(ACCOUNT_VALUE_TYPES),
      live: anyValue,
      test: anyValue.nullable().optional(),
    }),
    answers: { 201: accountValue },
    tagged: true,
  }),
  read: route({
    method: 'GET',
    path: '/accounts/:account/values/:value',
    says: 'Shows an account value.',
    access: 'values.read',
    params: one,
    answers: { 200: accountValue },
    tagged: true,
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:account/values/:value',
    says: 'Changes an account value; every session reads the new one at its next step, without publishing.',
    access: 'values.change',
    params: one,
    body: z.strictObject({
      label: face.label.optional(),
      description: face.description.optional(),
      live: anyValue.optional(),
      /** Null: test runs read the live one. */
      test: anyValue.nullable().optional(),
      /** A word on it for the history. */
      why: optionalLongText.optional(),
    }),
    answers: { 200: accountValue },
    tagged: true,
  }),
  delete: route({
    method: 'DELETE',
    path: '/accounts/:account/values/:value',
    says: 'Deletes an account value; refused while Interactions read it, unless `used=true` says that this is known.',
    access: 'values.change',
    params: one,
    query: z.strictObject({ used: flag.optional() }),
    answers: { 204: nothing },
  }),
  uses: route({
    method: 'GET',
    path: '/accounts/:account/values/:value/uses',
    says: 'Shows which versions and working copies read an account value, and where.',
    access: 'values.read',
    params: one,
    answers: { 200: list(use) },
  }),
  history: route({
    method: 'GET',
    path: '/accounts/:account/values/:value/history',
    says: 'Lists the changes of an account value, the newest first.',
    access: 'values.read',
    params: one,
    query: z.strictObject(paging),
    answers: { 200: list(valueChange) },
  }),
};
