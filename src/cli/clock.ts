import { daysInMonth } from '#prelude/calendar.ts';
import type { Instant } from '#prelude/ports.ts';

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;

/** What is said of a clock that is no moment. */
export const CLOCK_EXPECTED = 'Write the clock as in 2026-01-31T10:00:00Z';

/**
 * The moment a command runs at: the one asked for (ISO 8601, in UTC where it names no offset, so that every machine means
 * the same), else the machine's; undefined where what was asked is no moment.
 */
export function momentOf(asked: string | undefined): Instant | undefined {
  if (asked === undefined) return Date.now();
  const parts = ISO.exec(asked);
  if (!parts) return undefined;
  const [, year, month, day, offset] = parts;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) > daysInMonth(Number(year), Number(month)))
    return undefined;
  const instant = Date.parse(asked.includes('T') && offset === undefined ? `${asked}Z` : asked);
  return Number.isNaN(instant) ? undefined : instant;
}
