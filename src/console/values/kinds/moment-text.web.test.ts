import { expect, it } from 'vitest';
import { momentParts, momentText } from './moment-text.ts';

it.each([
  ['2026-01-31', '10:00', 'Europe/Madrid', '2026-01-31T10:00:00+01:00'],
  ['2026-07-31', '10:00', 'Europe/Madrid', '2026-07-31T10:00:00+02:00'],
  ['2026-07-31', '23:59', 'America/St_Johns', '2026-07-31T23:59:00-02:30'],
  ['2026-01-31', '00:00', 'UTC', '2026-01-31T00:00:00Z'],
  ['2026-01-31', '', 'UTC', undefined],
])('%s, %s in %s is the moment %s', (day, clock, zone, moment) => {
  expect(momentText(day, clock, zone)).toBe(moment);
});

it.each([
  ['2026-01-31T10:00:00+01:00', 'Europe/Madrid', '2026-01-31', '10:00'],
  ['2026-01-31T10:00:00+01:00', 'America/New_York', '2026-01-31', '04:00'],
  ['2026-01-31T23:30:00Z', 'Asia/Tokyo', '2026-02-01', '08:30'],
  ['2026-01-31T10:00:00', 'Asia/Tokyo', '2026-01-31', '10:00'],
])('%s is shown in %s as %s, %s', (moment, zone, day, clock) => {
  expect(momentParts(moment, zone)).toEqual({ day, clock });
});
