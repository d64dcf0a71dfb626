import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoment, typedMoment } from './typed-moment.ts';

const NOW = { date: '2026-11-22', time: '11:05' };

describe('a day with a time is read in any usual form', () => {
  it.each([
    ['tomorrow 9', 'en', '2026-11-23T09:00:00'],
    ['tomorrow at 2:30 pm', 'en', '2026-11-23T14:30:00'],
    ['5/3/2027 2:30 PM', 'en', '2027-05-03T14:30:00'],
    ['5/3 1430', 'es', '2026-03-05T14:30:00'],
    ['5. 3. 14:30', 'de', '2026-03-05T14:30:00'],
    ['5 3 10 30', 'de', '2026-03-05T10:30:00'],
    ['31 Jan, 2 pm', 'en', '2026-01-31T14:00:00'],
    ['morgen um 9 Uhr', 'de', '2026-11-23T09:00:00'],
    ['mañana a las 9', 'es', '2026-11-23T09:00:00'],
    ['fri 1600', 'en', '2026-11-27T16:00:00'],
    ['in 3 days 8', 'en', '2026-11-25T08:00:00'],
    ['2026-03-05T14:30', 'en', '2026-03-05T14:30:00'],
    ['1430', 'en', '2026-11-22T14:30:00'],
    ['now', 'en', '2026-11-22T11:05:00'],
  ])('%s in %s', (text, language, moment) => {
    expect(readMoment(text, language, NOW)).toBe(moment);
  });

  it.each(['', 'tomorrow', '5/3', '30 feb 10:00', 'some day 10', 'tomorrow 25'])('“%s” is none', (text) => {
    expect(readMoment(text, 'en', NOW)).toBeUndefined();
  });

  it('what stands in the input is read back as the same, in every language', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('en', 'en-GB', 'es', 'de', 'fr', 'hu', 'ja'), (date, language) => {
        const moment = `${date.toISOString().slice(0, 16)}:00`;
        expect(readMoment(typedMoment(`${moment}+02:00`, language), language, NOW)).toBe(moment);
      }),
    );
  });
});
