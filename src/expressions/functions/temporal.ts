import { zoneOffset } from '#prelude/calendar.ts';
import { ANY, DATE, DATE_TIME, DURATION, NUMBER, TEXT, TIME } from '../types/static-type.ts';
import { CalendarDate, parseDate } from '../values/calendar-date.ts';
import { ClockTime, parseTime, type Zone } from '../values/clock-time.ts';
import { DateTime, parseDateTime } from '../values/date-time.ts';
import { type DaysDuration, MonthsDuration, parseDuration } from '../values/durations.ts';
import type { Value } from '../values/value.ts';
import { type Call, type FunctionDefinition, form, type Parameter } from './definition.ts';
import { date, dateTime, daysDuration, nullable, number, text, time } from './parameters.ts';

function none(call: Call, what: string, value: string): null {
  return call.fail('expression.bad-value', `“${value.slice(0, 60)}” is no ${what}.`);
}

/**
 * A date, or the date of a date and time. The type check has no type for "either of the two", so it lets anything pass
 * that may turn out to be one.
 */
function dayOf(name: string): Parameter<CalendarDate> {
  const day = date(name);
  const moment = dateTime(name);
  return { ...day, type: ANY, take: (value) => day.take(value) ?? moment.take(value)?.date };
}

function timeOf(call: Call, hour: number, minute: number, second: number, offset: DaysDuration | undefined): Value {
  const whole = Math.trunc(second);
  const nano = Math.round((second - whole) * 1e9);
  const zone: Zone | undefined = offset && { offset: Math.trunc(offset.seconds) };
  const made = ClockTime.of(Math.trunc(hour), Math.trunc(minute), whole, nano, zone);
  return made ?? none(call, 'time', `${hour}:${minute}:${second}`);
}

/** Whole months from one date to the other; a month that is not complete does not count. */
function monthsBetween(from: CalendarDate, to: CalendarDate): Value {
  const months = to.year * 12 + to.month - (from.year * 12 + from.month);
  if (months > 0 && to.day < from.day) return MonthsDuration.of(months - 1) ?? null;
  if (months < 0 && to.day > from.day) return MonthsDuration.of(months + 1) ?? null;
  return MonthsDuration.of(months) ?? null;
}

function nowIn(call: Call): DateTime | undefined {
  const { now, timeZone } = call.run;
  const offset = zoneOffset(timeZone, Math.floor(now / 1000)) ?? 0;
  const local = BigInt(Math.trunc(now)) * 1_000_000n + BigInt(offset) * 1_000_000_000n;
  return DateTime.ofLocalNanos(local, { offset });
}

export const TEMPORAL_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'date',
    help: 'The date of a text, of year, month and day, or of a date and time.',
    example: { expression: 'date(2026, 1, 31)', value: '2026-01-31' },
    forms: [
      form([text('from')], DATE, (call, source) => parseDate(source) ?? none(call, 'date', source)),
      form([dayOf('from')], DATE, (_call, value) => value),
      form([number('year'), number('month'), number('day')], DATE, (call, year, month, day) => {
        const made = CalendarDate.of(Math.trunc(year), Math.trunc(month), Math.trunc(day));
        return made ?? none(call, 'date', `${year}-${month}-${day}`);
      }),
    ],
  },
  {
    name: 'time',
    help: 'The time of a text, of hour, minute, second and distance from UTC, or of a date and time.',
    example: { expression: 'time(14, 30, 0)', value: '14:30:00' },
    forms: [
      form([text('from')], TIME, (call, source) => parseTime(source) ?? none(call, 'time', source)),
      form([time('from')], TIME, (_call, value) => value),
      form([dateTime('from')], TIME, (_call, value) => value.time),
      form([date('from')], TIME, () => ClockTime.of(0, 0, 0, 0, { offset: 0 }) ?? null),
      form([number('hour'), number('minute'), number('second'), nullable(daysDuration('offset'))], TIME, timeOf),
    ],
  },
  {
    name: 'date and time',
    help: 'The date and time of a text, or of a date and a time.',
    example: { expression: 'date and time(@"2026-01-31", @"14:30:00")', value: '2026-01-31T14:30:00' },
    forms: [
      form([text('from')], DATE_TIME, (call, source) => {
        const day = parseDate(source);
        return (day ? DateTime.atMidnight(day) : parseDateTime(source)) ?? none(call, 'date and time', source);
      }),
      form([dateTime('from')], DATE_TIME, (_call, value) => value),
      form([dayOf('date'), time('time')], DATE_TIME, (_call, day, clock) => new DateTime(day, clock)),
    ],
  },
  {
    name: 'duration',
    help: 'The duration that a text such as P1Y6M or PT20S stands for.',
    example: { expression: 'duration("PT90M")', value: 'PT1H30M' },
    cost: 40,
    forms: [form([text('from')], DURATION, (call, source) => parseDuration(source) ?? none(call, 'duration', source))],
  },
  {
    name: 'years and months duration',
    help: 'The whole years and months from one date to another.',
    example: { expression: 'years and months duration(@"2025-01-31", @"2026-03-30")', value: 'P1Y1M' },
    forms: [form([dayOf('from'), dayOf('to')], DURATION, (_call, from, to) => monthsBetween(from, to))],
  },
  {
    name: 'day of year',
    help: 'The number of a day in its year.',
    example: { expression: 'day of year(@"2026-02-01")', value: 32 },
    forms: [
      form([dayOf('date')], NUMBER, (_call, day) => {
        const first = CalendarDate.of(day.year, 1, 1);
        return first ? day.days - first.days + 1 : null;
      }),
    ],
  },
  {
    name: 'day of week',
    help: 'The name of a day in the week, in English.',
    example: { expression: 'day of week(@"2026-01-31")', value: 'Saturday' },
    forms: [form([dayOf('date')], TEXT, (_call, day) => DAY_NAMES[day.weekday - 1] ?? null)],
  },
  {
    name: 'month of year',
    help: 'The name of the month of a date, in English.',
    example: { expression: 'month of year(@"2026-01-31")', value: 'January' },
    forms: [form([dayOf('date')], TEXT, (_call, day) => MONTH_NAMES[day.month - 1] ?? null)],
  },
  {
    name: 'week of year',
    help: 'The number of the week of a date, as ISO 8601 counts: the first week has the first Thursday of the year.',
    example: { expression: 'week of year(@"2026-01-31")', value: 5 },
    forms: [
      form([dayOf('date')], NUMBER, (_call, day) => {
        const thursday = day.plusDays(4 - day.weekday);
        const first = thursday && CalendarDate.of(thursday.year, 1, 1);
        return first ? Math.floor((thursday.days - first.days) / 7) + 1 : null;
      }),
    ],
  },
  {
    name: 'now',
    help: 'The date and time of the moment in which the expression is evaluated.',
    example: { expression: 'now() instance of date and time', value: true },
    forms: [form([], DATE_TIME, (call) => nowIn(call) ?? null)],
  },
  {
    name: 'today',
    help: 'The date of the day on which the expression is evaluated.',
    example: { expression: 'today() instance of date', value: true },
    forms: [form([], DATE, (call) => nowIn(call)?.date ?? null)],
  },
];

const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
