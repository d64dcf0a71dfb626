import { daysFromCivil, daysInMonth, zoneOffsetAtLocal } from '#prelude/calendar.ts';

/** `14:30` or `14:30:15` with its seconds; undefined for no time of the clock. */
export function readClockTime(text: string): string | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  return found ? `${found[1]}:${found[2]}:${found[3] ?? '00'}` : undefined;
}

const MOMENT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?$/;

/** Hours that clocks anywhere are at most ahead of UTC, or behind. */
const FURTHEST = 14;

/**
 * A date-time with the offset of its clocks, `2026-01-31T10:00:00+01:00`. One without is meant in the zone; undefined for
 * what is none.
 */
export function readMoment(text: string, zone: string): string | undefined {
  const found = MOMENT.exec(text);
  if (!found) return undefined;
  const [, years = '', months = '', days = '', clock = '', offset] = found;
  const year = Number(years);
  const month = Number(months);
  const day = Number(days);
  const time = readClockTime(clock);
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || !time) return undefined;
  const written = offset === undefined ? offsetAt(year, month, day, time, zone) : readOffset(offset);
  return written && `${years}-${months}-${days}T${time}${written}`;
}

function readOffset(offset: string): string | undefined {
  if (offset === 'Z') return '+00:00';
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(4));
  return hours * 60 + minutes <= FURTHEST * 60 && minutes < 60 ? offset : undefined;
}

function offsetAt(year: number, month: number, day: number, time: string, zone: string): string | undefined {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const local = daysFromCivil(year, month, day) * 86_400 + hours * 3600 + minutes * 60 + seconds;
  const offset = zoneOffsetAtLocal(zone, local);
  return offset === undefined ? undefined : offsetText(offset);
}

function offsetText(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The date that a moment's own clocks show. */
export function dateOf(moment: string): string {
  return moment.slice(0, 10);
}
