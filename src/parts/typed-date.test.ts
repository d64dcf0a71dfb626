import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateForm, readDate, typedDate } from './typed-date.ts';

const TODAY = '2026-11-22';

describe('a date is read in any usual form', () => {
  it.each([
    ['2026-01-31', 'en', '2026-01-31'],
    ['1/31/2026', 'en', '2026-01-31'],
    ['31/1/2026', 'es', '2026-01-31'],
    ['31.1.26', 'de', '2026-01-31'],
    ['1/31', 'en', '2026-01-31'],
    ['31/1', 'es', '2026-01-31'],
    ['31 Jan 2026', 'en', '2026-01-31'],
    ['January 31, 2026', 'en', '2026-01-31'],
    ['31 enero 2026', 'es', '2026-01-31'],
    ['jan 31', 'en', '2026-01-31'],
    ['5/17/71', 'en', '1971-05-17'],
    ['5/17/46', 'en', '2046-05-17'],
    ['5. 3.', 'de', '2026-03-05'],
    ['5/3', 'en', '2026-05-03'],
    ['013126', 'en', '2026-01-31'],
    ['31012026', 'es', '2026-01-31'],
    ['20260131', 'hu', '2026-01-31'],
    ['tomorrow', 'en', '2026-11-23'],
    ['mañana', 'es', '2026-11-23'],
  ])('%s in %s', (text, language, expected) => {
    expect(readDate(text, language, TODAY)).toBe(expected);
  });

  it.each(['', 'some day', '2/30/2026', '301326', '0131', '13/13/2026', '1', '2026-02-30'])('“%s” is none', (text) => {
    expect(readDate(text, 'en', TODAY)).toBeUndefined();
  });

  it('what stands in the input is read back as the same date, in every language', () => {
    const day = fc.date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.constantFrom('en', 'en-GB', 'es', 'de', 'fr', 'hu', 'ja'), (date, language) => {
        const iso = date.toISOString().slice(0, 10);
        expect(readDate(typedDate(iso, language), language, TODAY)).toBe(iso);
      }),
    );
  });
});

it('the form to type is the language’s own', () => {
  const letters = { day: 'dd', month: 'mm', year: 'yyyy' };
  expect(dateForm('en', letters)).toBe('mm/dd/yyyy');
  expect(dateForm('es', letters)).toBe('dd/mm/yyyy');
});
