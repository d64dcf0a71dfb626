import { describe, expect, it } from 'vitest';
import { counted, shareWords } from './count.ts';
import { durationWords } from './duration.ts';
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
    expect(durationWords(milliseconds)).toBe(words);
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
    [null, '–'],
    [0, '0 %'],
    [0.0004, '< 0.1 %'],
    [0.034, '3.4 %'],
    [0.25, '25 %'],
    [0.9962, '99.6 %'],
    [0.9999, '> 99.9 %'],
    [1, '100 %'],
  ])('%s is "%s"', (share, words) => {
    expect(shareWords(share)).toBe(words);
  });

  it('counts one in the singular', () => {
    expect(counted(1, 'session')).toBe('1 session');
    expect(counted(12_345, 'session')).toBe('12,345 sessions');
  });
});
