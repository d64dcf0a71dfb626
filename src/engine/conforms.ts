import type { ValueType } from '#expressions/value-type.ts';
import { parseDate } from '#expressions/values/calendar-date.ts';
import { parseTime } from '#expressions/values/clock-time.ts';
import { parseDateTime } from '#expressions/values/date-time.ts';
import { parseDuration } from '#expressions/values/durations.ts';
import { parseMoney } from '#expressions/values/money.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';

/** Texts that stand for something: expressions have to be able to read them. */
const READERS = { date: parseDate, time: parseTime, 'date-time': parseDateTime, duration: parseDuration } as const;

/** Whether a JSON value can be a value of the type. */
export function conforms(value: Json, type: ValueType): boolean {
  switch (type.kind) {
    case 'any':
      return true;
    case 'null':
      return value === null;
    case 'number':
    case 'boolean':
      return typeof value === type.kind;
    case 'text':
    case 'option':
      return typeof value === 'string';
    case 'date':
    case 'time':
    case 'date-time':
    case 'duration':
      return typeof value === 'string' && READERS[type.kind](value) !== undefined;
    case 'money':
      return isJsonObject(value) && isMoney(value);
    case 'file':
      return isJsonObject(value) && typeof value.id === 'string';
    case 'list':
      return Array.isArray(value) && value.every((item: Json) => conforms(item, type.items));
    case 'record':
      return (
        isJsonObject(value) &&
        Object.entries(value).every(([key, member]) => {
          const field = type.fields[key];
          return member === undefined || (field !== undefined && conforms(member, field));
        })
      );
  }
}

function isMoney({ amount, currency }: JsonObject): boolean {
  return typeof amount === 'string' && typeof currency === 'string' && parseMoney(amount, currency) !== undefined;
}
