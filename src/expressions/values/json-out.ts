import type { Json } from '#prelude/json.ts';
import type { Meter } from './meter.ts';
import { rangeText, valueText } from './text-of.ts';
import { type Context, isList, isSpecial, type List, Range, type Value } from './value.ts';

/** Cost units of writing a date, an amount of money and their like. */
const SPECIAL_COST = 10;

/**
 * The JSON that a value goes out as: temporal values and durations as ISO text, money as amount and currency, a range as
 * its FEEL text. A function has no JSON and becomes null.
 */
export function toJson(value: Value, meter: Meter): Json {
  // JSON has no negative zero.
  if (value === 0) return 0;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (value === null || typeof value !== 'object') return value;
  if (isList(value)) return meter.deeper(() => listToJson(value, meter));
  if (!isSpecial(value)) return meter.deeper(() => contextToJson(value, meter));
  meter.spend(SPECIAL_COST);
  if (value.kind === 'money') return { amount: value.amountText, currency: value.currency };
  if (value.kind === 'function') return null;
  return value instanceof Range ? rangeText(value, meter) : valueText(value, meter);
}

function listToJson(list: List, meter: Meter): Json {
  meter.spend(3 + list.length);
  return list.map((item) => toJson(item, meter));
}

function contextToJson(context: Context, meter: Meter): Json {
  const json: { [key: string]: Json } = {};
  const keys = Object.keys(context);
  meter.spend(3 + 2 * keys.length);
  for (const key of keys) {
    // To set it would make it the object's prototype.
    if (key !== '__proto__') json[key] = toJson(context[key] ?? null, meter);
  }
  return json;
}
