import { invariant } from '#prelude/assert-never.ts';
import { zoneOffset } from '#prelude/calendar.ts';
import type { Instant, Random } from '#prelude/ports.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Draws for one moment: far more than any working week takes. */
const MOST_TRIES = 10_000;
/** 1970-01-01 was a Thursday; days of the week are counted from Monday. */
const FIRST_DAY = 3;

/** How busy it is: each day of the week from Monday on, each hour of the day, both by local clocks. */
export interface Rhythm {
  readonly timeZone: string;
  readonly days: readonly number[];
  readonly hours: readonly number[];
}

/** So many moments from `from` to `to`, in their order, denser where the rhythm says that it is busier. */
export function arrivals(random: Random, rhythm: Rhythm, from: Instant, to: Instant, count: number): Instant[] {
  const busiest = Math.max(...rhythm.days) * Math.max(...rhythm.hours);
  invariant(busiest > 0 && to > from, 'somebody may come at some time');
  const moments: Instant[] = [];
  // Drawn alike over the whole time and kept as often as it is busy then: rejection sampling.
  for (let tries = 0; moments.length < count; tries++) {
    invariant(tries < (count + 1) * MOST_TRIES, 'somebody may come between these moments');
    const moment = Math.floor(from + random.next() * (to - from));
    if (random.next() * busiest < busyness(rhythm, moment)) moments.push(moment);
  }
  return moments.sort((a, b) => a - b);
}

function busyness({ timeZone, days, hours }: Rhythm, moment: Instant): number {
  const local = moment + (zoneOffset(timeZone, moment / 1000) ?? 0) * 1000;
  const day = (Math.floor(local / DAY) + FIRST_DAY) % 7;
  const hour = Math.floor(local / HOUR) % 24;
  return (days[day] ?? 0) * (hours[hour] ?? 0);
}
