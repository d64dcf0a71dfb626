import { describe, expect, it } from 'vitest';
import { readersEnglish } from './readers-english.ts';
import { agoWords, dayWords, whenWords } from './when.ts';

describe('a moment', () => {
  it('is said in the time zone of the account, as it is written where the reader is', () => {
    const at = '2026-11-22T23:30:00Z';
    expect(whenWords(at, 'Europe/Berlin', readersEnglish([]))).toBe('23 Nov 2026, 00:30');
    expect(whenWords(at, 'Europe/Berlin', readersEnglish(['de', 'en']))).toBe('23 Nov 2026, 00:30');
    expect(whenWords(at, 'Europe/Berlin', readersEnglish(['en-US'])).replace('\u202f', ' ')).toBe(
      'Nov 23, 2026, 12:30 AM',
    );
    expect(readersEnglish(['no such tag'])).toBe('en-GB');
  });

  it('is said by how long ago it was, and by the day when that is long', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(agoWords('2026-11-22T11:59:30Z', now, 'UTC')).toBe('just now');
    expect(agoWords('2026-11-22T11:15:00Z', now, 'UTC')).toBe('45 minutes ago');
    expect(agoWords('2026-11-21T11:15:00Z', now, 'UTC')).toBe('yesterday');
    expect(agoWords('2026-10-01T11:15:00Z', now, 'UTC', 'en-GB')).toBe('1 Oct 2026');
  });

  it('is said in the time zone of the browser where there is no account', () => {
    const at = Date.parse('2026-11-22T12:00:00Z');
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    expect(whenWords(at, undefined, 'en-GB')).toBe(whenWords(at, timeZone, 'en-GB'));
    expect(dayWords(at, undefined, 'en-GB')).toBe(dayWords(at, timeZone, 'en-GB'));
  });
});
