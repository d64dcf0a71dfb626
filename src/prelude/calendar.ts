/**
 * The civil calendar (proleptic Gregorian) and time zones. The one place that may ask the machine about them.
 */

/**
 * Days from 1970-01-01 to the date; negative before it. Takes any whole year, month 1 to 12, and any day.
 * Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date that is so many days after 1970-01-01. Source: as above, civil_from_days. */
export function civilFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Formats of the zones asked for so far; there are some hundred zones in the world, so it stays small. */
const zoneFormats = new Map<string, Intl.DateTimeFormat | undefined>();
const MAX_UNKNOWN_ZONES = 1_000;

function zoneFormat(zone: string): Intl.DateTimeFormat | undefined {
  if (zoneFormats.has(zone)) return zoneFormats.get(zone);
  if (zoneFormats.size > MAX_UNKNOWN_ZONES) zoneFormats.clear();
  let format: Intl.DateTimeFormat | undefined;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    // The one way to ask whether a zone exists is to try it: RangeError is the answer "no".
    format = undefined;
  }
  zoneFormats.set(zone, format);
  return format;
}

/** Whether the name, such as `Europe/Paris`, is a time zone that this machine knows. */
export function isTimeZone(zone: string): boolean {
  return zoneFormat(zone) !== undefined;
}

/** No machine formats moments further away than this from 1970. */
const FURTHEST_SECOND = 8_640_000_000_000;

/** Seconds that the zone's clocks are ahead of UTC at the moment (seconds since 1970-01-01T00:00:00Z); undefined for an unknown zone. */
export function zoneOffset(zone: string, epochSecond: number): number | undefined {
  if (zone === 'UTC') return 0;
  const format = zoneFormat(zone);
  if (!format) return undefined;
  const moment = Math.max(-FURTHEST_SECOND, Math.min(FURTHEST_SECOND, Math.floor(epochSecond)));
  const parts: { [part: string]: string } = {};
  for (const { type, value } of format.formatToParts(moment * 1000)) parts[type] = value;
  const part = (name: string) => Number(parts[name]);
  const year = parts.era?.startsWith('B') ? 1 - part('year') : part('year');
  const days = daysFromCivil(year, part('month'), part('day'));
  const local = days * 86_400 + part('hour') * 3600 + part('minute') * 60 + part('second');
  return local - moment;
}

/**
 * Seconds that the zone is ahead of UTC when its clocks show the local time (given in seconds as if it were UTC).
 * A time that the clocks show twice is taken as the first of the two; one that they skip as if they had not been moved.
 */
export function zoneOffsetAtLocal(zone: string, localSecond: number): number | undefined {
  const before = zoneOffset(zone, localSecond - 86_400);
  const after = zoneOffset(zone, localSecond + 86_400);
  if (before === undefined || after === undefined || before === after) return before;
  if (zoneOffset(zone, localSecond - before) === before) return before;
  return zoneOffset(zone, localSecond - after) === after ? after : before;
}

const DATE_TIME = /^(-?\d{4,9})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)?(Z|[+-]\d{2}:\d{2}|@.+)?$/;

/**
 * The moment (milliseconds since 1970-01-01T00:00:00Z) that a date and time mean, such as `2026-01-31T10:00:00+01:00` or
 * `2026-01-31T10:00:00@Europe/Madrid`. Without a zone of its own it is meant in the zone given. Undefined for anything else.
 */
export function instantOf(dateTime: string, zone: string): number | undefined {
  const found = DATE_TIME.exec(dateTime);
  if (!found) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found.slice(1, 7).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 24 || minute > 59 || second > 59) return undefined;
  const local = daysFromCivil(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
  const offset = offsetAt(found[8], zone, local);
  return offset === undefined ? undefined : (local - offset) * 1000 + Number((found[7] ?? '0').padEnd(3, '0'));
}

function offsetAt(written: string | undefined, zone: string, local: number): number | undefined {
  if (written === undefined) return zoneOffsetAtLocal(zone, local);
  if (written === 'Z') return 0;
  if (written.startsWith('@')) return zoneOffsetAtLocal(written.slice(1), local);
  const [hours = 0, minutes = 0] = written.slice(1).split(':').map(Number);
  return (written.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}
