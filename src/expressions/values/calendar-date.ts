import { civilFromDays, daysFromCivil, daysInMonth } from '#prelude/calendar.ts';
import { Special } from './special.ts';

/** Years further away are refused, as the standard allows: beyond them nothing is meant by a date. */
const FURTHEST_YEAR = 999_999_999;

/** A date of the calendar, without time and zone. */
export class CalendarDate extends Special {
  readonly kind = 'date';
  readonly year: number;
  readonly month: number;
  readonly day: number;

  private constructor(year: number, month: number, day: number) {
    super();
    this.year = year;
    this.month = month;
    this.day = day;
  }

  /** The date, unless the calendar has none such. */
  static of(year: number, month: number, day: number): CalendarDate | undefined {
    if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return undefined;
    if (Math.abs(year) > FURTHEST_YEAR || month < 1 || month > 12) return undefined;
    if (day < 1 || day > daysInMonth(year, month)) return undefined;
    return new CalendarDate(year, month, day);
  }

  static ofDays(days: number): CalendarDate | undefined {
    if (!Number.isSafeInteger(days)) return undefined;
    const { year, month, day } = civilFromDays(days);
    return CalendarDate.of(year, month, day);
  }

  /** Days since 1970-01-01. */
  get days(): number {
    return daysFromCivil(this.year, this.month, this.day);
  }

  /** 1 is Monday, 7 is Sunday. */
  get weekday(): number {
    return ((((this.days + 3) % 7) + 7) % 7) + 1;
  }

  /** The same day so many months later; the last of the month where it has no such day. */
  plusMonths(months: number): CalendarDate | undefined {
    const count = this.year * 12 + (this.month - 1) + months;
    const year = Math.floor(count / 12);
    const month = count - year * 12 + 1;
    if (!Number.isSafeInteger(count)) return undefined;
    return CalendarDate.of(year, month, Math.min(this.day, daysInMonth(year, month)));
  }

  plusDays(days: number): CalendarDate | undefined {
    return CalendarDate.ofDays(this.days + days);
  }

  override toString(): string {
    return `${yearText(this.year)}-${twoDigits(this.month)}-${twoDigits(this.day)}`;
  }
}

function yearText(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

const DATE = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d\d)-(\d\d)$/;

/** Reads `2026-01-31`; undefined for what is no date. */
export function parseDate(text: string): CalendarDate | undefined {
  const found = DATE.exec(text);
  return found ? CalendarDate.of(Number(found[1]), Number(found[2]), Number(found[3])) : undefined;
}
