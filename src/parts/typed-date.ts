/** Dates as a person types them: `31/1/26`, `310126`, `31 Jan 2026`, `tomorrow`, `fri`; stored as `2026-01-31`. */
import { daysInMonth } from '#prelude/calendar.ts';
import { readRelativeDay } from './relative-day.ts';
import { fold } from './type-ahead.ts';

type Part = 'day' | 'month' | 'year';

interface DateForm {
  readonly order: readonly Part[];
  readonly separator: string;
  /** Full names of the months, folded. */
  readonly months: readonly string[];
}

const known = new Map<string, DateForm>();

function formOf(language: string): DateForm {
  const found = known.get(language);
  if (found) return found;
  const parts = new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    calendar: 'gregory',
    numberingSystem: 'latn',
  }).formatToParts(0);
  const order = parts
    .map((each) => each.type)
    .filter((type): type is Part => type === 'day' || type === 'month' || type === 'year');
  const names = new Intl.DateTimeFormat(language, { timeZone: 'UTC', month: 'long' });
  const made: DateForm = {
    order,
    separator: parts.find((each) => each.type === 'literal')?.value.trim() || '/',
    months: Array.from({ length: 12 }, (_, month) => fold(names.format(Date.UTC(2024, month, 1)))),
  };
  known.set(language, made);
  return made;
}

/** What to type, in the language's own order: `mm/dd/yyyy`. The letters come with the player's words. */
export function dateForm(language: string, letters: Readonly<Record<Part, string>>): string {
  const { order, separator } = formOf(language);
  return order.map((part) => letters[part]).join(separator);
}

/** An ISO date as the language writes it in figures; anything else as it stands. */
export function typedDate(iso: string, language: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  if (year === undefined || month === undefined || day === undefined) return iso;
  const { order, separator } = formOf(language);
  return order.map((part) => ({ year, month, day })[part]).join(separator);
}

/** The ISO date that a text means; undefined where it means none. `today` gives the year where none was typed. */
export function readDate(text: string, language: string, today: string): string | undefined {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return makeDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const said = readRelativeDay(text, language, today);
  if (said !== undefined) return said;
  const thisYear = Number(today.slice(0, 4));
  const { order, months } = formOf(language);
  const pieces = fold(figuresApart(text, order)).match(/\d+|\p{L}+/gu) ?? [];
  const named = pieces.map((piece) => monthNamed(piece, months)).find((month) => month !== undefined);
  const figures = pieces.filter((piece) => /^\d+$/.test(piece));
  const slots = order.filter((part) => named === undefined || part !== 'month');
  if (figures.length === slots.length - 1) {
    const [first, second] = slots
      .filter((part) => part !== 'year')
      .map((part, i) => [part, Number(figures[i])] as const);
    const values = Object.fromEntries([first, second].filter((pair) => pair !== undefined));
    return makeDate(thisYear, named ?? values['month'] ?? 0, values['day'] ?? 0);
  }
  if (figures.length !== slots.length) return undefined;
  const values: Partial<Record<Part, number>> = Object.fromEntries(slots.map((part, i) => [part, Number(figures[i])]));
  const yearText = figures[slots.indexOf('year')] ?? '';
  return makeDate(fullYear(Number(yearText), yearText.length, thisYear), named ?? values.month ?? 0, values.day ?? 0);
}

/** Six or eight figures without anything between them, taken apart in the language's order. */
function figuresApart(text: string, order: readonly Part[]): string {
  const run = text.trim();
  if (!/^(\d{6}|\d{8})$/.test(run)) return text;
  let at = 0;
  const parts = order.map((part) => {
    const length = part === 'year' && run.length === 8 ? 4 : 2;
    at += length;
    return run.slice(at - length, at);
  });
  return parts.join(' ');
}

/** Two figures mean the century that lies nearest, up to twenty years ahead. */
function fullYear(year: number, figures: number, thisYear: number): number {
  if (figures > 2) return year;
  const century = Math.floor(thisYear / 100) * 100;
  return century + year > thisYear + 20 ? century + year - 100 : century + year;
}

function monthNamed(piece: string, months: readonly string[]): number | undefined {
  if (piece.length < 3) return undefined;
  const at = months.findIndex((name) => name.startsWith(piece));
  return at < 0 ? undefined : at + 1;
}

function makeDate(year: number, month: number, day: number): string | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
