import type { CalendarDate } from './calendar-date.ts';
import { ClockTime } from './clock-time.ts';
import { DateTime } from './date-time.ts';
import { DaysDuration, MonthsDuration } from './durations.ts';
import type { Meter } from './meter.ts';
import { DECIMAL_COST, ExactDecimal, Money } from './money.ts';
import {
  type Context,
  isContext,
  isList,
  isSpecial,
  kindOf,
  type Range,
  type SpecialValue,
  type Value,
} from './value.ts';

/** Whether the two are the same value; undefined where their kinds cannot be compared, as a number and a text. */
export function equals(a: Value, b: Value, meter: Meter): boolean | undefined {
  if (typeof a === 'string' && typeof b === 'string') return equalTexts(a, b, meter);
  if (a === b) return true;
  if (a === null || b === null) return false;
  const kind = typeof a;
  if (kind !== 'object' && kind === typeof b) return false;
  if (a instanceof Money || b instanceof Money) return equalMoney(a, b, meter);
  if (isList(a)) return isList(b) ? meter.deeper(() => equalLists(a, b, meter)) : undefined;
  if (isContext(a)) return isContext(b) ? meter.deeper(() => equalContexts(a, b, meter)) : undefined;
  if (!isSpecial(a) || !isSpecial(b) || a.kind !== b.kind) return undefined;
  return equalSpecials(a, b, meter);
}

/** Characters of two texts that are compared for one cost unit; short texts cost nothing extra. */
const COMPARED_PER_UNIT = 256;

function equalTexts(a: string, b: string, meter: Meter): boolean {
  if (a.length !== b.length) return false;
  if (a.length > COMPARED_PER_UNIT) meter.spend(a.length / COMPARED_PER_UNIT);
  return a === b;
}

function orderOfTexts(a: string, b: string, meter: Meter): number {
  if (a.length > COMPARED_PER_UNIT) meter.spend(a.length / COMPARED_PER_UNIT);
  return a < b ? -1 : a > b ? 1 : 0;
}

function equalMoney(a: Value, b: Value, meter: Meter): boolean | undefined {
  if (a instanceof Money && b instanceof Money) return a.currency === b.currency && a.amount.eq(b.amount);
  const order = orderOf(a, b, meter);
  return order === undefined ? undefined : order === 0;
}

function equalLists(a: readonly Value[], b: readonly Value[], meter: Meter): boolean | undefined {
  if (a.length !== b.length) return false;
  meter.spend(3 + a.length);
  for (let i = 0; i < a.length; i++) {
    const same = equals(a[i] ?? null, b[i] ?? null, meter);
    if (same !== true) return same;
  }
  return true;
}

function equalContexts(a: Context, b: Context, meter: Meter): boolean | undefined {
  const keys = Object.keys(a);
  meter.spend(5 + 2 * keys.length);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return false;
    const same = equals(a[key] ?? null, b[key] ?? null, meter);
    if (same !== true) return same;
  }
  return true;
}

function equalSpecials(a: SpecialValue, b: SpecialValue, meter: Meter): boolean {
  if (a.kind === 'range' && b.kind === 'range') return equalRanges(a, b, meter);
  if (a.kind === 'function' || b.kind === 'function') return false;
  return orderOf(a, b, meter) === 0;
}

function equalRanges(a: Range, b: Range, meter: Meter): boolean {
  return (
    a.operator === b.operator &&
    a.startIncluded === b.startIncluded &&
    a.endIncluded === b.endIncluded &&
    equals(a.start, b.start, meter) === true &&
    equals(a.end, b.end, meter) === true
  );
}

/** Below zero where a comes first, above zero where b does; undefined for values without an order among them. */
export function orderOf(a: Value, b: Value, meter: Meter): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return orderOfTexts(a, b, meter);
  if (a instanceof Money || b instanceof Money) return orderOfMoney(a, b, meter);
  if (a === null || b === null || !isSpecial(a) || !isSpecial(b) || a.kind !== b.kind) return undefined;
  if (a.kind === 'date') return a.days - (b as CalendarDate).days;
  if (a instanceof ClockTime && b instanceof ClockTime) return orderOfMoments(a, b, meter);
  if (a instanceof DateTime && b instanceof DateTime) return orderOfMoments(a, b, meter);
  if (a instanceof DaysDuration && b instanceof DaysDuration) return orderOfNanos(a.nanos, b.nanos);
  if (a instanceof MonthsDuration && b instanceof MonthsDuration) return a.months - b.months;
  return undefined;
}

/** A number beside money is an amount in the money's currency. */
function orderOfMoney(a: Value, b: Value, meter: Meter): number | undefined {
  meter.spend(DECIMAL_COST);
  if (a instanceof Money && b instanceof Money) {
    return a.currency === b.currency ? a.amount.cmp(b.amount) : undefined;
  }
  if (a instanceof Money && typeof b === 'number') return a.amount.cmp(new ExactDecimal(b));
  if (b instanceof Money && typeof a === 'number') return new ExactDecimal(a).cmp(b.amount);
  return undefined;
}

/** Two moments are ordered where both have a zone, or neither. */
function orderOfMoments(a: ClockTime | DateTime, b: ClockTime | DateTime, meter: Meter): number | undefined {
  meter.spend(5);
  const first = a.utcNanos(meter);
  const second = b.utcNanos(meter);
  if (first === undefined && second === undefined) return orderOfNanos(a.localNanos, b.localNanos);
  return first === undefined || second === undefined ? undefined : orderOfNanos(first, second);
}

function orderOfNanos(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether the value lies in the range; undefined where that cannot be said. */
export function includes(range: Range, value: Value, meter: Meter): boolean | undefined {
  if (range.operator === '=') return equals(value, range.start, meter);
  if (range.operator === '!=') {
    const same = equals(value, range.start, meter);
    return same === undefined ? undefined : !same;
  }
  if (value === null || (range.start === null && range.end === null)) return undefined;
  if (!range.operator && (range.start === null || range.end === null)) return undefined;
  const afterStart = range.start === null ? 1 : orderOf(value, range.start, meter);
  const beforeEnd = range.end === null ? -1 : orderOf(value, range.end, meter);
  if (afterStart === undefined || beforeEnd === undefined) return undefined;
  return (
    (range.startIncluded ? afterStart >= 0 : afterStart > 0) && (range.endIncluded ? beforeEnd <= 0 : beforeEnd < 0)
  );
}

/** Whether two values are of one kind and can be put in order, as the two ends of a range must be. */
export function areOrdered(a: Value, b: Value, meter: Meter): boolean {
  return kindOf(a) === kindOf(b) && orderOf(a, b, meter) !== undefined;
}
