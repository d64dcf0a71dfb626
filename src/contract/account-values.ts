import type { Scope, ValueType } from '#expressions/value-type.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { type LocalizedText, textIn } from './localized-text.ts';

/** The name by which texts and expressions reach the values of the account: `{values.outage_notice}`. */
export const ACCOUNT_VALUES = 'values';

/** The types of value that administrators keep. Texts are written per language, lists hold the same texts in all. */
export const ACCOUNT_VALUE_TYPES = [
  'text',
  'number',
  'money',
  'boolean',
  'date',
  'time',
  'date-time',
  'duration',
  'list',
] as const;

export type AccountValueType = (typeof ACCOUNT_VALUE_TYPES)[number];

/** Live: what sessions with customers read. Test: what test runs read, where another value is given for them. */
export type AccountValueKind = 'live' | 'test';

/** The type of a value as expressions see it. */
export function typeOfAccountValue(type: AccountValueType): ValueType {
  return type === 'list' ? { kind: 'list', items: { kind: 'text' } } : { kind: type };
}

/** All values of an account at one moment. The same object is handed out until one of them changes. */
export interface AccountValues {
  /** The fields of the record {@link ACCOUNT_VALUES}, by key. */
  readonly types: Scope;
  /** By key; a text as it is written in each language, `{"en":"…","es":"…"}`. */
  readonly values: JsonObject;
}

/** The type of the record that expressions read. */
export function recordOf({ types }: Pick<AccountValues, 'types'>): ValueType {
  return { kind: 'record', fields: types };
}

const resolved = new WeakMap<AccountValues, Map<string, JsonObject>>();

/** Languages of one account whose values are kept at hand; past it they are put together anew. */
const MOST_LANGUAGES = 200;

/**
 * The values as a session reads them: each text in its language, else in the nearest one that it is written in, the
 * source language of the Interaction before others. Asked again it gives the very same object.
 */
export function valuesIn(account: AccountValues, language: string, sourceLanguage: string): JsonObject {
  const known = resolved.get(account) ?? new Map<string, JsonObject>();
  resolved.set(account, known);
  const languages = `${language} ${sourceLanguage}`;
  const kept = known.get(languages);
  if (kept) return kept;
  const values: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(account.values)) {
    const isText = Object.hasOwn(account.types, key) && account.types[key]?.kind === 'text';
    if (value === undefined) continue;
    values[key] = isText && isJsonObject(value) ? textIn(value as LocalizedText, language, sourceLanguage) : value;
  }
  if (known.size >= MOST_LANGUAGES) known.clear();
  known.set(languages, values);
  return values;
}
