import { invariant } from '#prelude/assert-never.ts';
import { zoneOffsetAtLocal } from '#prelude/calendar.ts';
import { CalendarDate, parseDate } from './calendar-date.ts';
import { ClockTime, NANOS_OF_SECOND, parseTime, ZONE_COST, type Zone } from './clock-time.ts';
import type { Meter } from './meter.ts';
import { Special } from './special.ts';

const NANOS = BigInt(NANOS_OF_SECOND);
const NANOS_OF_DAY = 86_400n * NANOS;

/** A date with the time of a clock on it. With a zone it is a moment, without one it is what clocks show anywhere. */
export class DateTime extends Special {
  readonly kind = 'date-time';
  readonly date: CalendarDate;
  readonly time: ClockTime;

  constructor(date: CalendarDate, time: ClockTime) {
    super();
    this.date = date;
    this.time = time;
  }

  /** The date and time that a clock of the zone shows so many nanoseconds after it showed 1970-01-01T00:00:00. */
  static ofLocalNanos(nanos: bigint, zone: Zone | undefined): DateTime | undefined {
    const ofDay = ((nanos % NANOS_OF_DAY) + NANOS_OF_DAY) % NANOS_OF_DAY;
    const date = CalendarDate.ofDays(Number((nanos - ofDay) / NANOS_OF_DAY));
    const time = ClockTime.ofSecondOfDay(Number(ofDay / NANOS), Number(ofDay % NANOS), zone);
    return date && time && new DateTime(date, time);
  }

  /** Midnight at the start of a date, in the zone or, without one, as clocks show it anywhere. */
  static atMidnight(date: CalendarDate, zone?: Zone): DateTime {
    const time = ClockTime.of(0, 0, 0, 0, zone);
    invariant(time, 'midnight is a time');
    return new DateTime(date, time);
  }

  get localNanos(): bigint {
    return BigInt(this.date.days) * NANOS_OF_DAY + this.time.localNanos;
  }

  /** Nanoseconds since 1970-01-01T00:00:00Z; undefined without a zone. */
  utcNanos(meter: Meter): bigint | undefined {
    const offset = this.offset(meter);
    return offset === undefined ? undefined : this.localNanos - BigInt(offset) * NANOS;
  }

  /** Seconds ahead of UTC, of a named zone those of this date and time. */
  offset(meter: Meter): number | undefined {
    const { zone } = this.time;
    if (!zone) return undefined;
    if ('offset' in zone) return zone.offset;
    meter.spend(4 * ZONE_COST);
    return zoneOffsetAtLocal(zone.name, this.date.days * 86_400 + this.time.secondOfDay);
  }

  plusNanos(nanos: bigint): DateTime | undefined {
    return DateTime.ofLocalNanos(this.localNanos + nanos, this.time.zone);
  }

  override toString(): string {
    return `${this.date}T${this.time}`;
  }
}

/** Where the T stands behind the longest date: `-999999999-12-31T`. */
const LATEST_T = 16;

/**
 * Reads `2026-01-31T10:00:00`, with a zone as in {@link parseTime}; undefined for what is no date and time.
 * `T24:00:00` is the midnight at the end of the date.
 */
export function parseDateTime(text: string): DateTime | undefined {
  const at = text.slice(0, LATEST_T + 1).indexOf('T');
  if (at < 0) return undefined;
  const atEnd = text.startsWith('24:00:00', at + 1);
  const date = parseDate(text.slice(0, at));
  const time = parseTime(atEnd ? `00${text.slice(at + 3)}` : text.slice(at + 1));
  const day = atEnd ? (time?.nano === 0 ? date?.plusDays(1) : undefined) : date;
  return day && time && new DateTime(day, time);
}
