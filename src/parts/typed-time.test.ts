import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime, stepTime, typedTime } from './typed-time.ts';

const NOW = '11:05';

describe('a time is read in any usual form', () => {
  it.each([
    ['14:30', 'en', '14:30:00'],
    ['1430', 'en', '14:30:00'],
    ['930', 'en', '09:30:00'],
    ['9', 'en', '09:00:00'],
    ['2:30 pm', 'en', '14:30:00'],
    ['2:30 PM', 'en', '14:30:00'],
    ['2pm', 'en', '14:00:00'],
    ['12 am', 'en', '00:00:00'],
    ['12 p.m.', 'en', '12:00:00'],
    ['2:30 p. m.', 'es', '14:30:00'],
    ['14.30', 'de', '14:30:00'],
    ['14 Uhr', 'de', '14:00:00'],
    ['9 Uhr 30', 'de', '09:30:00'],
    ['14h30', 'fr', '14:30:00'],
    ['14 h', 'fr', '14:00:00'],
    ['9 15', 'en', '09:15:00'],
    ['08:15:30', 'en', '08:15:00'],
    ['now', 'en', '11:05:00'],
    ['ahora', 'es', '11:05:00'],
    ['jetzt', 'de', '11:05:00'],
  ])('%s in %s', (text, language, time) => {
    expect(readTime(text, language, NOW)).toBe(time);
  });

  it.each(['', '24', '24:00', '9:60', '13 pm', '0 am', '9 m', '14305', 'noonish', '1430 15', '9:3'])(
    '“%s” is none',
    (text) => {
      expect(readTime(text, 'en', NOW)).toBeUndefined();
    },
  );

  it('what stands in the input is read back as the same time, in every language', () => {
    const languages = fc.constantFrom('en', 'en-GB', 'es', 'es-MX', 'de', 'fr', 'ja', 'hi', 'ar');
    fc.assert(
      fc.property(fc.nat({ max: 23 }), fc.nat({ max: 59 }), languages, (hour, minute, language) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`;
        expect(readTime(typedTime(time, language), language, NOW)).toBe(time);
      }),
    );
  });

  it('stands in the input as the language counts the hours', () => {
    expect(typedTime('14:30:00', 'en')).toBe('2:30 PM');
    expect(typedTime('00:05:00', 'en')).toBe('12:05 AM');
    expect(typedTime('14:30:00', 'de')).toBe('14:30');
  });
});

it('Up and Down go to the next quarter of an hour, around the clock', () => {
  expect(stepTime('11:05', true)).toBe('11:15:00');
  expect(stepTime('11:05', false)).toBe('11:00:00');
  expect(stepTime('11:15:00', true)).toBe('11:30:00');
  expect(stepTime('23:50', true)).toBe('00:00:00');
  expect(stepTime('00:00', false)).toBe('23:45:00');
});
