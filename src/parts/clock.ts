import { civilFromDays, zoneOffset } from '#prelude/calendar.ts';

/** What a clock on the wall shows: a date `2026-01-31` and a time `14:30`. */
export interface WallClock {
  readonly date: string;
  readonly time: string;
}

/** The time zone of the person's own machine. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** What clocks of a zone show now; of the person's own where none is given, or one that this machine does not know. */
export function clockIn(zone?: string): WallClock {
  const now = Math.floor(Date.now() / 1000);
  const offset = zone === undefined ? undefined : zoneOffset(zone, now);
  const local = now + (offset ?? -60 * new Date().getTimezoneOffset());
  const { year, month, day } = civilFromDays(Math.floor(local / 86_400));
  const ofDay = ((local % 86_400) + 86_400) % 86_400;
  return {
    date: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
    time: `${two(Math.floor(ofDay / 3600))}:${two(Math.floor((ofDay % 3600) / 60))}`,
  };
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
