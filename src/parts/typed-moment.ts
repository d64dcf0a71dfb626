/** A day with a time as a person types it: `tomorrow 9`, `5/3 14:30`, `31 Jan 2 pm`; read as `2026-01-31T14:30:00`. */
import type { WallClock } from './clock.ts';
import { fold } from './type-ahead.ts';
import { readDate, typedDate } from './typed-date.ts';
import { readTime, typedTime } from './typed-time.ts';

/** Words between a day and its time that mean nothing. */
const BETWEEN = new Set(['at', 'um', 'a', 'las', 'la', 'à', 'alle', 'kl', 'o', 'às']);

/** Pieces of text that a time may have: `2 30 pm`. */
const TIME_PIECES = 3;

/** The local date and time that a text means; undefined where it means none. A time alone is meant today. */
export function readMoment(text: string, language: string, now: WallClock): string | undefined {
  const iso = /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{1,2}:\d{2})/.exec(text);
  const pieces = iso ? [iso[1] ?? '', iso[2] ?? ''] : text.split(/[\s,\u00a0\u202f]+/).filter((piece) => piece !== '');
  const meant = pieces.filter((piece) => !BETWEEN.has(fold(piece)));
  for (let behind = 1; behind <= TIME_PIECES && behind < meant.length; behind++) {
    const date = readDate(meant.slice(0, -behind).join(' '), language, now.date);
    const time = readTime(meant.slice(-behind).join(' '), language, now.time);
    if (date !== undefined && time !== undefined) return `${date}T${time}`;
  }
  const alone = readTime(meant.join(' '), language, now.time);
  return alone === undefined ? undefined : `${now.date}T${alone}`;
}

/** A date-time as it stands in the input, by its own clocks. */
export function typedMoment(moment: string, language: string): string {
  const [date = '', time = ''] = moment.split('T');
  return time === '' ? moment : `${typedDate(date, language)} ${typedTime(time, language)}`;
}
