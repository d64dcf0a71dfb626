import { textIn } from '#contract/localized-text.ts';
import type { ValueType } from '#expressions/value-type.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { showDate, showDateTime, showDuration, showMoney, showNumber, showTime } from '#prelude/locale.ts';

/** Labels of option values by variable, found once per program and language. */
export type OptionLabel = (value: string) => string | undefined;

/** A value as a person writes it in `language`. Absent values are an empty text, never the word null. */
export function showValue(value: Json | undefined, type: ValueType, language: string, label: OptionLabel): string {
  if (value === undefined || value === null) return '';
  switch (typeof value) {
    case 'string':
      return showText(value, type, language, label);
    case 'number':
      return showNumber(value, language);
    case 'boolean':
      return textIn(value ? YES : NO, language, 'en');
    default:
      return showStructure(value, type, language, label);
  }
}

const YES = { en: 'Yes', es: 'Sí', de: 'Ja', fr: 'Oui' };
const NO = { en: 'No', es: 'No', de: 'Nein', fr: 'Non' };

function showText(value: string, type: ValueType, language: string, label: OptionLabel): string {
  switch (type.kind) {
    case 'option':
      return label(value) ?? value;
    case 'date':
      return showDate(value, language);
    case 'time':
      return showTime(value, language);
    case 'date-time':
      return showDateTime(value, language);
    case 'duration':
      return showDuration(value, language);
    default:
      return value;
  }
}

function showStructure(value: object & Json, type: ValueType, language: string, label: OptionLabel): string {
  if (Array.isArray(value)) {
    const items = type.kind === 'list' ? type.items : ({ kind: 'any' } as const);
    return value.map((item: Json) => showValue(item, items, language, label)).join(', ');
  }
  if (!isJsonObject(value)) return '';
  const { amount, currency, name } = value;
  if (typeof amount === 'string' && typeof currency === 'string') return showMoney(amount, currency, language);
  if (type.kind === 'file' && typeof name === 'string') return name;
  return Object.entries(value)
    .map(([key, member]) => `${key}: ${showValue(member, { kind: 'any' }, language, label)}`)
    .join(', ');
}
