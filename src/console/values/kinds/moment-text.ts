import { daysFromCivil, zoneOffsetAtLocal } from '#prelude/calendar.ts';
import { clockOf, timeOf } from './clock.ts';

/** A moment as text, `2026-01-31T10:00:00+01:00`, from what a calendar and a clock of the zone show. */
export function momentText(day: string, clock: string, zone: string): string | undefined {
  const time = timeOf(clock);
  const [year, month, date] = day.split('-').map(Number);
  if (time === undefined || year === undefined || month === undefined || date === undefined) return undefined;
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const local = daysFromCivil(year, month, date) * 86_400 + hour * 3600 + minute * 60 + second;
  return `${day}T${time}${offsetText(zoneOffsetAtLocal(zone, local) ?? 0)}`;
}

/** The day and the time of a moment, as calendar and clocks of the zone show them; one without a zone as it stands. */
export function momentParts(
  moment: string,
  zone: string,
): { readonly day: string; readonly clock: string } | undefined {
  if (moment === '') return undefined;
  const hasZone = /(?:Z|[+-]\d\d:\d\d)$/.test(moment);
  const at = hasZone ? Date.parse(moment) : Number.NaN;
  // Swedes write it the way that fields take it.
  const shown = Number.isNaN(at)
    ? moment
    : new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(at);
  return { day: shown.slice(0, 10), clock: clockOf(shown.slice(11)) };
}

function offsetText(seconds: number): string {
  if (seconds === 0) return 'Z';
  const minutes = Math.round(Math.abs(seconds) / 60);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
