import type { AccountValueType } from '#contract/account-values.ts';
import { assertNever } from '#prelude/assert-never.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { showDate, showDateTime, showMoney, showNumber, showTime } from '#prelude/locale.ts';
import { READERS_ENGLISH } from '#ui/readers-english.ts';
import { counted } from '../words/count.ts';
import { languageWords } from '../words/names.ts';
import { READERS_NUMBERS } from '../words/number.ts';
import { durationParts, UNIT_WORDS } from './duration-parts.ts';

export const TYPE_WORDS = {
  text: { label: 'Text', help: 'Words in each language: a notice, opening hours, legal wording.' },
  number: { label: 'Number', help: 'A limit, a rate, a count.' },
  money: { label: 'Money', help: 'An exact amount in a currency.' },
  boolean: { label: 'Yes or no', help: 'Something that is so or not so, such as a campaign that is on.' },
  date: { label: 'Date', help: 'A day of the calendar.' },
  time: { label: 'Time', help: 'A time of day.' },
  'date-time': { label: 'Date and time', help: 'A moment, such as the end of a campaign.' },
  duration: { label: 'Duration', help: 'A length of time, such as the time within which somebody calls back.' },
  list: { label: 'List of texts', help: 'The same in every language: towns, codes, numbers.' },
} as const satisfies Record<AccountValueType, { readonly label: string; readonly help: string }>;

/** A value on one line. Texts are shown in the language they were first written in, with how many others there are. */
export function valueLine(type: AccountValueType, value: Json): string {
  switch (type) {
    case 'text': {
      const [first, ...others] = Object.entries(isJsonObject(value) ? value : {});
      const words = String(first?.[1] ?? '').trim();
      if (words === '' && others.length === 0) return 'Empty';
      return others.length === 0 ? words : `${words || 'Empty'} (and in ${counted(others.length, 'other language')})`;
    }
    case 'number':
      return typeof value === 'number' ? showNumber(value, READERS_NUMBERS) : '';
    case 'money':
      return isJsonObject(value) ? showMoney(String(value.amount), String(value.currency), READERS_NUMBERS) : '';
    case 'boolean':
      return value === true ? 'Yes' : 'No';
    case 'date':
      return showDate(String(value), READERS_ENGLISH);
    case 'time':
      return showTime(String(value), READERS_ENGLISH);
    case 'date-time':
      return `${showDateTime(String(value), READERS_ENGLISH)}${zoneWords(String(value))}`;
    case 'duration': {
      const parts = durationParts(String(value));
      return parts ? counted(parts.count, UNIT_WORDS[parts.unit]) : String(value);
    }
    case 'list':
      return Array.isArray(value) && value.length > 0 ? value.join(', ') : 'Empty';
    default:
      return assertNever(type);
  }
}

/** By which clocks a moment is meant: ` (UTC+02:00)`. */
function zoneWords(moment: string): string {
  const offset = /(?:Z|[+-]\d\d:\d\d)$/.exec(moment)?.[0];
  return offset === undefined ? '' : ` (UTC${offset === 'Z' ? '' : offset})`;
}

/**
 * A value in full, for the history: each language on a line of its own, those that are the same in `other` left out.
 */
export function valueLines(type: AccountValueType, value: Json, other?: Json): readonly string[] {
  if (type !== 'text') return [valueLine(type, value)];
  const others = isJsonObject(other) ? other : {};
  const texts = Object.entries(isJsonObject(value) ? value : {}).filter(([tag, words]) => words !== others[tag]);
  if (texts.length === 0 && Object.keys(others).length > 0) return [];
  return texts.length === 0 ? ['Empty'] : texts.map(([tag, words]) => `${languageWords(tag)}: ${words || 'empty'}`);
}
