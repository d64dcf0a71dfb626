import {
  ANY,
  BOOLEAN,
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
import { type Context, FunctionValue, isContext, isList, type List, Range, type Value } from '../values/value.ts';
import type { Parameter } from './definition.ts';

function parameter<T>(name: string, type: StaticType, take: (value: Value) => T | undefined): Parameter<T> {
  return { name, type, optional: false, nullable: false, rest: false, take };
}

/** A list of one item stands for the item where a single value is wanted. */
function single<T>(take: (value: Value) => T | undefined): (value: Value) => T | undefined {
  return (value) => take(isList(value) && value.length === 1 ? (value[0] ?? null) : value);
}

function instance<T extends Value>(type: abstract new (...args: never) => T): (value: Value) => T | undefined {
  return single((value) => (value instanceof type ? value : undefined));
}

export const text = (name: string) =>
  parameter(
    name,
    TEXT,
    single((value) => (typeof value === 'string' ? value : undefined)),
  );
export const number = (name: string) =>
  parameter(
    name,
    NUMBER,
    single((value) => (typeof value === 'number' ? value : undefined)),
  );
export const boolean = (name: string) =>
  parameter(
    name,
    BOOLEAN,
    single((value) => (typeof value === 'boolean' ? value : undefined)),
  );
export const money = (name: string) => parameter(name, MONEY, instance(Money));
export const date = (name: string) =>
  parameter<CalendarDate>(
    name,
    DATE,
    single((value) => (value instanceof CalendarDate ? value : undefined)),
  );
export const time = (name: string) =>
  parameter<ClockTime>(
    name,
    TIME,
    single((value) => (value instanceof ClockTime ? value : undefined)),
  );
export const dateTime = (name: string) => parameter(name, DATE_TIME, instance(DateTime));
export const daysDuration = (name: string) => parameter(name, DURATION, instance(DaysDuration));
export const monthsDuration = (name: string) =>
  parameter<MonthsDuration>(
    name,
    DURATION,
    single((value) => (value instanceof MonthsDuration ? value : undefined)),
  );
export const range = (name: string) => parameter(name, rangeOf(ANY), instance(Range));
export const context = (name: string) =>
  parameter<Context>(
    name,
    RECORD,
    single((value) => (isContext(value) ? value : undefined)),
  );
/** A list; any other value is taken as a list of one. */
export const list = (name: string, items: StaticType = ANY) =>
  parameter<List>(name, listOf(items), (value) => (isList(value) ? value : value === null ? undefined : [value]));
export const functionValue = (name: string, parameters: readonly string[], result: StaticType) =>
  parameter(name, { kind: 'function', parameters, result }, instance(FunctionValue));
/** Anything, null too. */
export const any = (name: string) => parameter<Value>(name, ANY, (value) => value);

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
  return {
    name: of.name,
    type: of.type,
    optional: false,
    nullable: false,
    rest: true,
    take: (value) => (isList(value) ? value : undefined),
  };
}
