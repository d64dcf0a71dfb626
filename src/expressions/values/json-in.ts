import { assertNever } from '#prelude/assert-never.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import type { ValueType } from '../value-type.ts';
import { parseDate } from './calendar-date.ts';
import { parseTime } from './clock-time.ts';
import { parseDateTime } from './date-time.ts';
import { parseDuration } from './durations.ts';
import type { Meter } from './meter.ts';
import { DECIMAL_COST, parseMoney } from './money.ts';
import { isList, type Value } from './value.ts';

/** Cost units of reading the text of a date, a time or a duration, and of copying a record. */
const TEXT_COST = 10;
const RECORD_COST = 5;

/** Turns JSON into the value it stands for; undefined where the JSON is not of the type. Large values are paid for. */
type ReadJson = (json: Json, meter: Meter) => Value | undefined;

/** How JSON of the type is read; undefined where it is taken as it stands, which is the common case and costs nothing. */
export function jsonReader(type: ValueType): ReadJson | undefined {
  switch (type.kind) {
    case 'text':
    case 'number':
    case 'boolean':
    case 'option':
    case 'file':
    case 'any':
    case 'null':
      return undefined;
    case 'date':
      return textReader(parseDate);
    case 'time':
      return textReader(parseTime);
    case 'date-time':
      return textReader(parseDateTime);
    case 'duration':
      return textReader(parseDuration);
    case 'money':
      return readMoney;
    case 'list':
      return listReader(jsonReader(type.items));
    case 'record':
      return recordReader(type.fields);
    default:
      return assertNever(type);
  }
}

function textReader(parse: (text: string) => Value | undefined): ReadJson {
  return (json, meter) => {
    meter.spend(TEXT_COST);
    return typeof json === 'string' ? parse(json) : undefined;
  };
}

function readMoney(json: Json, meter: Meter): Value | undefined {
  meter.spend(DECIMAL_COST);
  if (!isJsonObject(json)) return undefined;
  const { amount, currency } = json;
  return typeof amount === 'string' && typeof currency === 'string' ? parseMoney(amount, currency) : undefined;
}

function listReader(items: ReadJson | undefined): ReadJson | undefined {
  if (!items) return undefined;
  return (json, meter) => {
    if (!isList(json)) return undefined;
    meter.spend(json.length);
    return json.map((item) => (item === null ? null : (items(item, meter) ?? null)));
  };
}

function recordReader(fields: { readonly [name: string]: ValueType }): ReadJson | undefined {
  const readers: [string, ReadJson][] = [];
  for (const [name, type] of Object.entries(fields)) {
    const reader = jsonReader(type);
    if (reader) readers.push([name, reader]);
  }
  if (readers.length === 0) return undefined;
  return (json, meter) => {
    if (!isJsonObject(json)) return undefined;
    meter.spend(RECORD_COST);
    const record: { [key: string]: Value | undefined } = { ...json };
    for (const [name, reader] of readers) {
      const value = Object.hasOwn(json, name) ? json[name] : undefined;
      if (value !== undefined && value !== null) record[name] = reader(value, meter) ?? null;
    }
    return record;
  };
}
