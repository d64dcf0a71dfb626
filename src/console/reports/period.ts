import { civilFromDays, daysFromCivil, zoneOffset, zoneOffsetAtLocal } from '#prelude/calendar.ts';
import type { Instant } from '#prelude/ports.ts';

export const PERIODS = ['7d', '28d', '90d', 'custom'] as const;

export type PeriodName = (typeof PERIODS)[number];

const LENGTHS = { '7d': 7, '28d': 28, '90d': 90, custom: 28 } as const satisfies Record<PeriodName, number>;

/** A day of a calendar, as in an address: `2026-11-22`. */
export type Day = string;

/** Whole days of the account's time zone, both included, and the moments they begin and end. */
export interface Period {
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly from: Instant;
  /** The moment after the last. */
  readonly to: Instant;
}

export interface PeriodChoice {
  readonly period?: PeriodName | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** The period that is meant: the last four weeks where nothing else is said; days the wrong way round are turned. */
export function periodOf(choice: PeriodChoice, now: Instant, zone: string): Period {
  const today = Math.floor((now / 1000 + (zoneOffset(zone, now / 1000) ?? 0)) / 86_400);
  const name = choice.period ?? '28d';
  const usual = today - LENGTHS[name] + 1;
  const first = name === 'custom' && choice.from ? daysOf(choice.from) : usual;
  const last = name === 'custom' && choice.to ? daysOf(choice.to) : today;
  const [low, high] = first <= last ? [first, last] : [last, first];
  return { firstDay: dayOf(low), lastDay: dayOf(high), from: startOf(low, zone), to: startOf(high + 1, zone) };
}

function daysOf(day: Day): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return daysFromCivil(year, month, date);
}

function dayOf(days: number): Day {
  const { year, month, day } = civilFromDays(days);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function startOf(days: number, zone: string): Instant {
  const local = days * 86_400;
  return (local - (zoneOffsetAtLocal(zone, local) ?? 0)) * 1000;
}
