import { isTimeZone, zoneOffset } from '#prelude/calendar.ts';
import { twoDigits } from './calendar-date.ts';
import type { Meter } from './meter.ts';
import { Special } from './special.ts';

/** Seconds ahead of UTC, or the name of a time zone. */
export type Zone = { readonly offset: number } | { readonly name: string };

export const NANOS_OF_SECOND = 1_000_000_000;
/** Cost units of a question to the machine's table of time zones. */
export const ZONE_COST = 250;
const MAX_OFFSET = 14 * 3600;

/** What a clock shows, with its zone where one is known. */
export class ClockTime extends Special {
  readonly kind = 'time';
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Of the second, 0 to 999,999,999. */
  readonly nano: number;
  readonly zone: Zone | undefined;

  private constructor(hour: number, minute: number, second: number, nano: number, zone: Zone | undefined) {
    super();
    this.hour = hour;
    this.minute = minute;
    this.second = second;
    this.nano = nano;
    this.zone = zone;
  }

  /** The time, unless no clock shows it. */
  static of(hour: number, minute: number, second: number, nano: number, zone?: Zone): ClockTime | undefined {
    if (![hour, minute, second, nano].every(Number.isInteger)) return undefined;
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return undefined;
    if (nano < 0 || nano >= NANOS_OF_SECOND) return undefined;
    if (zone && 'offset' in zone && !(Math.abs(zone.offset) <= MAX_OFFSET)) return undefined;
    return new ClockTime(hour, minute, second, nano, zone);
  }

  static ofSecondOfDay(second: number, nano: number, zone?: Zone): ClockTime | undefined {
    return ClockTime.of(Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60, nano, zone);
  }

  get secondOfDay(): number {
    return this.hour * 3600 + this.minute * 60 + this.second;
  }

  /** Nanoseconds since midnight UTC of the same day; undefined without a zone. A named zone counts as in January 1970. */
  utcNanos(meter: Meter): bigint | undefined {
    const offset = this.offset(meter);
    return offset === undefined ? undefined : this.localNanos - BigInt(offset) * BigInt(NANOS_OF_SECOND);
  }

  get localNanos(): bigint {
    return BigInt(this.secondOfDay) * BigInt(NANOS_OF_SECOND) + BigInt(this.nano);
  }

  /** Seconds ahead of UTC; of a named zone those it has in winter 1970, since a time has no date. */
  offset(meter: Meter): number | undefined {
    if (!this.zone) return undefined;
    if ('offset' in this.zone) return this.zone.offset;
    meter.spend(ZONE_COST);
    return zoneOffset(this.zone.name, 0);
  }

  override toString(): string {
    const fraction = this.nano === 0 ? '' : `.${String(this.nano).padStart(9, '0').replace(/0+$/, '')}`;
    return `${twoDigits(this.hour)}:${twoDigits(this.minute)}:${twoDigits(this.second)}${fraction}${zoneText(this.zone)}`;
  }
}

export function zoneText(zone: Zone | undefined): string {
  if (!zone) return '';
  if ('name' in zone) return `@${zone.name}`;
  if (zone.offset === 0) return 'Z';
  const ahead = Math.abs(zone.offset);
  const seconds = ahead % 60 === 0 ? '' : `:${twoDigits(ahead % 60)}`;
  const sign = zone.offset < 0 ? '-' : '+';
  return `${sign}${twoDigits(Math.floor(ahead / 3600))}:${twoDigits(Math.floor(ahead / 60) % 60)}${seconds}`;
}

const TIME =
  /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,30}))?(?:(Z)|([+-])(\d\d):(\d\d)(?::(\d\d))?|@([A-Za-z][A-Za-z0-9_+\-/]{0,60}))?$/;

/** Reads `10:00:00`, with `Z`, `+01:00` or `@Europe/Paris` behind it where a zone is known; undefined for what is no time. */
export function parseTime(text: string): ClockTime | undefined {
  const found = TIME.exec(text);
  if (!found) return undefined;
  const [, hour, minute, second, fraction, utc, sign, hours, minutes, seconds, name] = found;
  let zone: Zone | undefined;
  if (utc) zone = { offset: 0 };
  if (sign) {
    if (Number(minutes) > 59 || Number(seconds ?? 0) > 59) return undefined;
    const ahead = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0);
    zone = { offset: sign === '-' && ahead > 0 ? -ahead : ahead };
  }
  if (name) {
    if (!isTimeZone(name)) return undefined;
    zone = { name };
  }
  const nano = fraction ? Number(fraction.slice(0, 9).padEnd(9, '0')) : 0;
  return ClockTime.of(Number(hour), Number(minute), Number(second), nano, zone);
}
