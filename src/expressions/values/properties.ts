import { CalendarDate } from './calendar-date.ts';
import { ClockTime, type Zone } from './clock-time.ts';
import { DateTime } from './date-time.ts';
import { DaysDuration, MonthsDuration } from './durations.ts';
import type { Meter } from './meter.ts';
import { Money } from './money.ts';
import { Range, type SpecialValue, type Value } from './value.ts';

type Property<T> = (value: T) => Value;
interface Properties<T> {
  readonly [name: string]: Property<T>;
}

const DATE_PROPERTIES: Properties<CalendarDate> = {
  year: (date) => date.year,
  month: (date) => date.month,
  day: (date) => date.day,
  weekday: (date) => date.weekday,
};

const TIME_PROPERTIES: Properties<ClockTime> = {
  hour: (time) => time.hour,
  minute: (time) => time.minute,
  second: (time) => time.second,
  timezone: (time) => zoneName(time.zone),
};

const DAYS_PROPERTIES: Properties<DaysDuration> = {
  days: ({ nanos }) => Number(nanos / SECOND / 86_400n),
  hours: ({ nanos }) => Number((nanos / SECOND / 3600n) % 24n),
  minutes: ({ nanos }) => Number((nanos / SECOND / 60n) % 60n),
  seconds: ({ nanos }) => Number((nanos / SECOND) % 60n),
};
const SECOND = 1_000_000_000n;

const MONTHS_PROPERTIES: Properties<MonthsDuration> = {
  years: ({ months }) => Math.trunc(months / 12),
  months: ({ months }) => months % 12,
};

const MONEY_PROPERTIES: Properties<Money> = {
  amount: ({ amount }) => amount.toNumber(),
  currency: ({ currency }) => currency,
};

const RANGE_PROPERTIES: Properties<Range> = {
  start: ({ start }) => start,
  end: ({ end }) => end,
  'start included': ({ startIncluded }) => startIncluded,
  'end included': ({ endIncluded }) => endIncluded,
};

/** What `value.name` is for the values that are no contexts; undefined where they have no such property. */
export function propertyOf(value: SpecialValue, name: string, meter: Meter): Value | undefined {
  if (value instanceof CalendarDate) return read(DATE_PROPERTIES, name, value);
  if (name === 'time offset' && (value instanceof ClockTime || value instanceof DateTime)) {
    return offsetOf(value.offset(meter));
  }
  if (value instanceof ClockTime) return read(TIME_PROPERTIES, name, value);
  if (value instanceof DateTime) {
    return read(DATE_PROPERTIES, name, value.date) ?? read(TIME_PROPERTIES, name, value.time);
  }
  if (value instanceof DaysDuration) return read(DAYS_PROPERTIES, name, value);
  if (value instanceof MonthsDuration) return read(MONTHS_PROPERTIES, name, value);
  if (value instanceof Money) return read(MONEY_PROPERTIES, name, value);
  return value instanceof Range ? read(RANGE_PROPERTIES, name, value) : undefined;
}

function read<T>(properties: Properties<T>, name: string, value: T): Value | undefined {
  return Object.hasOwn(properties, name) ? properties[name]?.(value) : undefined;
}

function offsetOf(seconds: number | undefined): Value {
  return seconds === undefined ? null : (DaysDuration.ofSeconds(seconds) ?? null);
}

function zoneName(zone: Zone | undefined): Value {
  return zone && 'name' in zone ? zone.name : null;
}
