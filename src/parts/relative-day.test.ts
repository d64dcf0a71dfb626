import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayAfter, readRelativeDay } from './relative-day.ts';

/** A Sunday. */
const TODAY = '2026-11-22';

describe('a day is said in words', () => {
  it.each([
    ['today', 'en', '2026-11-22'],
    ['Tomorrow', 'en', '2026-11-23'],
    ['tom', 'en', '2026-11-23'],
    ['yest', 'en', '2026-11-21'],
    ['in 3 days', 'en', '2026-11-25'],
    ['hoy', 'es', '2026-11-22'],
    ['manana', 'es', '2026-11-23'],
    ['pasado mañana', 'es', '2026-11-24'],
    ['heute', 'de', '2026-11-22'],
    ['morgen', 'de', '2026-11-23'],
    ['übermorgen', 'de', '2026-11-24'],
    ['+7', 'en', '2026-11-29'],
    ['- 1', 'en', '2026-11-21'],
    ['mon', 'en', '2026-11-23'],
    ['fri', 'en', '2026-11-27'],
    ['Friday', 'en', '2026-11-27'],
    ['viernes', 'es', '2026-11-27'],
    ['mo', 'de', '2026-11-23'],
    ['do', 'de', '2026-11-26'],
  ])('%s in %s', (text, language, day) => {
    expect(readRelativeDay(text, language, TODAY)).toBe(day);
  });

  it.each(['', 't', 'to', 's', 'some day', '7', '3/4', 'todays'])('“%s” says none', (text) => {
    expect(readRelativeDay(text, 'en', TODAY)).toBeUndefined();
  });

  it('a weekday is the next one, never today', () => {
    expect(readRelativeDay('sun', 'en', TODAY)).toBe('2026-11-29');
    expect(readRelativeDay('sat', 'en', TODAY)).toBe('2026-11-28');
  });
});

it('a day more or less crosses months and years, and comes back', () => {
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  expect(dayAfter('2028-03-01', -1)).toBe('2028-02-29');
  fc.assert(
    fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
      expect(dayAfter(dayAfter(TODAY, days), -days)).toBe(TODAY);
    }),
  );
});
