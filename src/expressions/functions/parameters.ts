import {
  ANY,
  DATE,
  DATE_TIME,
  DURATION,
  listOf,
  MONEY,
  NUMBER,
  RECORD,
  rangeOf,
  type StaticType,
  TEXT,
  TIME,
} from '../types/static-type.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { ClockTime } from '../values/clock-time.ts';
import { DateTime } from '../values/date-time.ts';
import { DaysDuration, MonthsDuration } from '../values/durations.ts';
import { Money } from '../values/money.ts';
import { FunctionValue, isContext, isList, type List, Range, type Value } from '../values/value.ts';
import type { Parameter } from './definition.ts';

/** A single value of one kind; a list of one such value stands for it. */
function single<T extends Value>(type: StaticType, isOfKind: (value: Value) => value is T) {
  return (name: string): Parameter<T> => ({
    ...ANY_VALUE,
    name,
    type,
    take: (value) => {
      const item = isList(value) && value.length === 1 ? (value[0] ?? null) : value;
      return isOfKind(item) ? item : undefined;
    },
  });
}

const ANY_VALUE = { type: ANY, optional: false, nullable: false, rest: false };

export const text = single(TEXT, (value) => typeof value === 'string');
export const number = single(NUMBER, (value) => typeof value === 'number');
export const money = single(MONEY, (value) => value instanceof Money);
export const date = single(DATE, (value) => value instanceof CalendarDate);
export const time = single(TIME, (value) => value instanceof ClockTime);
export const dateTime = single(DATE_TIME, (value) => value instanceof DateTime);
export const daysDuration = single(DURATION, (value) => value instanceof DaysDuration);
export const monthsDuration = single(DURATION, (value) => value instanceof MonthsDuration);
export const range = single(rangeOf(ANY), (value) => value instanceof Range);
export const context = single(RECORD, isContext);

export function functionValue(
  name: string,
  parameters: readonly string[],
  result: StaticType,
): Parameter<FunctionValue> {
  return single({ kind: 'function', parameters, result }, (value) => value instanceof FunctionValue)(name);
}

/** A list; any other value but null is taken as a list of one. */
export function list(name: string, items: StaticType = ANY): Parameter<List> {
  const take = (value: Value): List | undefined => (isList(value) ? value : value === null ? undefined : [value]);
  return { ...ANY_VALUE, name, type: listOf(items), take };
}

/** Anything, null too. */
export function any(name: string, type: StaticType = ANY): Parameter<Value> {
  return { ...ANY_VALUE, name, type, take: (value) => value };
}

/** May be left out. */
export function optional<T>(of: Parameter<T>): Parameter<T | undefined> {
  return { ...of, optional: true };
}

/** May be left out, or be null. */
export function nullable<T>(of: Parameter<T>): Parameter<T | undefined> {
  return { ...of, optional: true, nullable: true };
}

/** All further arguments. */
export function rest(of: Parameter<Value>): Parameter<List> {
  return { ...of, rest: true, take: (value) => (isList(value) ? value : undefined) };
}
