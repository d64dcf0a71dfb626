import { parseDate } from './calendar-date.ts';
import { parseTime } from './clock-time.ts';
import { parseDateTime } from './date-time.ts';
import { parseDuration } from './durations.ts';
import type { Value } from './value.ts';

/** The temporal value or duration that a text stands for in `@"…"`; undefined for none. */
export function parseTemporal(text: string): Value | undefined {
  return parseDate(text) ?? parseDateTime(text) ?? parseTime(text) ?? parseDuration(text);
}
