import { describe, expect, it } from 'vitest';
import { counted, countWords, shareWords } from './count.ts';
import { durationWords } from './duration.ts';
import { readersNumbers } from './number.ts';

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
