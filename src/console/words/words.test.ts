import { describe, expect, it } from 'vitest';
import { counted, countWords, shareWords } from './count.ts';
import { durationWords } from './duration.ts';
import { readersNumbers } from './number.ts';
import { readersEnglish } from './readers-english.ts';
import { agoWords, whenWords } from './when.ts';

describe('times are said as people say them', () => {
  it.each([
    [null, '–'],
    [0, '0 s'],
    [420, '0.4 s'],
    [9_940, '9.9 s'],
    [9_960, '10 s'],
    [41_200, '41 s'],
    [59_600, '1 min'],
    [130_000, '2 min 10 s'],
    [3_599_600, '1 h'],
    [3_900_000, '1 h 5 min'],
    [90_000_000, '1 d 1 h'],
  ])('%s ms is "%s"', (milliseconds, words) => {
    expect(durationWords(milliseconds, 'en')).toBe(words);
  });

  it('says when in the time zone of the account, as it is written where the reader is', () => {
    const at = '2026-11-22T23:30:00Z';
    expect(whenWords(at, 'Europe/Berlin', readersEnglish([]))).toBe('23 Nov 2026, 00:30');
    expect(whenWords(at, 'Europe/Berlin', readersEnglish(['de', 'en']))).toBe('23 Nov 2026, 00:30');
    expect(whenWords(at, 'Europe/Berlin', readersEnglish(['en-US'])).replace('\u202f', ' ')).toBe(
      'Nov 23, 2026, 12:30 AM',
    );
    expect(readersEnglish(['no such tag'])).toBe('en-GB');
  });

  it('says how long ago, and the day when it is long', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(agoWords('2026-11-22T11:59:30Z', now, 'UTC')).toBe('just now');
    expect(agoWords('2026-11-22T11:15:00Z', now, 'UTC')).toBe('45 minutes ago');
    expect(agoWords('2026-11-21T11:15:00Z', now, 'UTC')).toBe('yesterday');
    expect(agoWords('2026-10-01T11:15:00Z', now, 'UTC', 'en-GB')).toBe('1 Oct 2026');
  });
});

describe('shares never look like none or all where they are not', () => {
  it.each([
    [null, '–', '–'],
    [0, '0%', '0 %'],
    [0.0004, '< 0.1%', '< 0,1 %'],
    [0.034, '3.4%', '3,4 %'],
    [0.25, '25%', '25 %'],
    [0.9962, '99.6%', '99,6 %'],
    [0.9999, '> 99.9%', '> 99,9 %'],
    [1, '100%', '100 %'],
  ])('%s is "%s", and "%s" in Germany', (share, english, german) => {
    expect(shareWords(share, 'en')).toBe(english);
    expect(shareWords(share, 'de-DE').replace('\u00a0', ' ')).toBe(german);
  });

  it('counts one in the singular', () => {
    expect(counted(1, 'session', 'sessions', 'en')).toBe('1 session');
    expect(counted(12_345, 'session', 'sessions', 'en')).toBe('12,345 sessions');
  });
});

describe('numbers are written as the reader writes them', () => {
  it.each([
    [['de-DE', 'en'], '1.234.567', '0,4 s', '1.200 d'],
    [['en-US'], '1,234,567', '0.4 s', '1,200 d'],
    [['fr-FR'], '1 234 567', '0,4 s', '1 200 d'],
    [[], '1,234,567', '0.4 s', '1,200 d'],
    [['no such tag'], '1,234,567', '0.4 s', '1,200 d'],
  ])('who prefers %s', (languages, count, short, long) => {
    const locale = readersNumbers(languages);
    const plain = (words: string) => words.replaceAll(/\s/g, ' ');
    expect(plain(countWords(1_234_567, locale))).toBe(count);
    expect(plain(counted(1_234_567, 'visit', 'visits', locale))).toBe(`${count} visits`);
    expect(durationWords(420, locale)).toBe(short);
    expect(plain(durationWords(1_200 * 86_400_000, locale))).toBe(long);
  });

  it('in the digits of the words around them', () => {
    expect(countWords(12, readersNumbers(['ar-EG']))).toBe('12');
  });
});
