import { ClockTime } from './clock-time.ts';
import { DateTime } from './date-time.ts';
import { Money } from './money.ts';
import type { Value } from './value.ts';

/** What keeps two values of one kind apart, as the end of a sentence that says what cannot be done with them; empty where nothing does. */
export function unlikeBecause(a: Value, b: Value): string {
  if (a instanceof Money && b instanceof Money && a.currency !== b.currency) {
    return `: one is in ${a.currency}, the other in ${b.currency}`;
  }
  const zones = [a, b].map((value) => {
    if (value instanceof DateTime) return value.time.zone !== undefined;
    return value instanceof ClockTime ? value.zone !== undefined : undefined;
  });
  if (zones.includes(undefined) || zones[0] === zones[1]) return '';
  return ': one says its time zone or how far it is from UTC, the other does not; write both with one, such as +01:00';
}
