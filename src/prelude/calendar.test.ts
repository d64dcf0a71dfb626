import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilFromDays, daysFromCivil, daysInMonth, isTimeZone, zoneOffset, zoneOffsetAtLocal } from './calendar.ts';

const at = (text: string) => Date.parse(text) / 1000;

describe('the calendar', () => {
  it('counts days as the machine does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (days) => {
        const date = new Date(days * 86_400_000);
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
        expect(civilFromDays(days)).toEqual(civil);
        expect(daysFromCivil(civil.year, civil.month, civil.day)).toBe(days);
      }),
    );
  });

  it('goes there and back for years that the machine does not know', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4e11, max: 4e11 }), (days) => {
        const { year, month, day } = civilFromDays(days);
        expect(daysFromCivil(year, month, day)).toBe(days);
        expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
      }),
    );
  });

  it('knows leap years', () => {
    expect([1900, 2000, 2024, 2026].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 29, 28]);
  });
});

describe('a time zone', () => {
  it('is known or not', () => {
    expect(isTimeZone('Europe/Paris')).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
    expect(zoneOffset('Europe/Atlantis', 0)).toBeUndefined();
  });

  it('is so far from UTC as its clocks are at the moment', () => {
    expect(zoneOffset('UTC', at('2026-07-01T00:00:00Z'))).toBe(0);
    expect(zoneOffset('Europe/Paris', at('2026-01-01T00:00:00Z'))).toBe(3600);
    expect(zoneOffset('Europe/Paris', at('2026-07-01T00:00:00Z'))).toBe(7200);
    expect(zoneOffset('Asia/Kolkata', at('2026-07-01T00:00:00Z'))).toBe(19_800);
    expect(zoneOffset('America/New_York', at('2026-07-01T00:00:00Z'))).toBe(-14_400);
  });

  it('takes a time that is shown twice for the first, and one that is skipped as if nothing was moved', () => {
    expect(zoneOffsetAtLocal('Europe/Paris', at('2026-10-25T02:30:00Z'))).toBe(7200);
    expect(zoneOffsetAtLocal('Europe/Paris', at('2026-03-29T02:30:00Z'))).toBe(3600);
    expect(zoneOffsetAtLocal('Europe/Paris', at('2026-03-29T03:30:00Z'))).toBe(7200);
    expect(zoneOffsetAtLocal('America/New_York', at('2026-11-01T00:30:00Z'))).toBe(-14_400);
    expect(zoneOffsetAtLocal('America/New_York', at('2026-11-01T02:30:00Z'))).toBe(-18_000);
  });

  it('has an offset for times before and after all that the machine knows', () => {
    expect(zoneOffset('Europe/Paris', 1e15)).toBeTypeOf('number');
    expect(zoneOffset('Europe/Paris', -1e15)).toBeTypeOf('number');
  });
});
