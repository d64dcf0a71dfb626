/** Days as people say them: `today`, `mañana`, `in 3 days`, `fri`, `+7`. */
import { civilFromDays, daysFromCivil } from '#prelude/calendar.ts';
import { fold } from './type-ahead.ts';

interface DayWords {
  /** Said of a day by how far it is from today. */
  readonly relative: ReadonlyMap<string, number>;
  /** From Monday on, folded. */
  readonly weekdays: readonly string[];
}

/** Days before and after today that are known by words. */
const BEFORE = 7;
const AFTER = 31;

/** A Monday, in days since 1970-01-01. */
const MONDAY = 4;

const known = new Map<string, DayWords>();

function wordsOf(language: string): DayWords {
  const found = known.get(language);
  if (found) return found;
  const say = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const relative = new Map<string, number>();
  for (let days = -BEFORE; days <= AFTER; days++) relative.set(fold(say.format(days, 'day')), days);
  const weekday = new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'long' });
  const weekdays = Array.from({ length: 7 }, (_, day) => fold(weekday.format((MONDAY + day) * 86_400_000)));
  const made = { relative, weekdays };
  known.set(language, made);
  return made;
}

/** The day that words mean, as days from 1970-01-01; undefined where they mean none. A weekday is the next one. */
export function readRelativeDay(text: string, language: string, today: string): string | undefined {
  const said = fold(text.trim()).replace(/\s+/g, ' ');
  const days = said === '' ? undefined : daysFromToday(said, language, today);
  return days === undefined ? undefined : dayAfter(today, days);
}

function daysFromToday(said: string, language: string, today: string): number | undefined {
  const counted = /^([+-]) ?(\d{1,4})$/.exec(said);
  if (counted) return Number(`${counted[1]}${counted[2]}`);
  if (!/^\p{L}/u.test(said)) return undefined;
  const { relative, weekdays } = wordsOf(language);
  const exact = relative.get(said);
  if (exact !== undefined) return exact;
  // Three letters of one word tell today, tomorrow and yesterday apart in the languages that have words for them.
  const begun = [...relative].filter(
    ([word, days]) => said.length >= 3 && Math.abs(days) <= 2 && word.startsWith(said),
  );
  if (begun.length === 1) return begun[0]?.[1];
  const fitting = weekdays.flatMap((word, day) => (said.length >= 2 && word.startsWith(said) ? [day] : []));
  const [weekday] = fitting;
  if (weekday === undefined || fitting.length > 1) return undefined;
  return ((weekday - weekdayOf(today) + 6) % 7) + 1;
}

/** 0 is Monday. */
function weekdayOf(date: string): number {
  return (((daysOf(date) - MONDAY) % 7) + 7) % 7;
}

function daysOf(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return daysFromCivil(year, month, day);
}

/** The date so many days later, or earlier. */
export function dayAfter(date: string, days: number): string {
  const { year, month, day } = civilFromDays(daysOf(date) + days);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
