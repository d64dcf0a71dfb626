import { expect, it } from 'vitest';
import { seededRandom } from '#prelude/ports.ts';
import { arrivals } from './arrivals.ts';

const MONDAY = Date.UTC(2026, 5, 1);
const DAY = 86_400_000;
const office = Array.from({ length: 24 }, (_, hour) => (hour >= 9 && hour < 17 ? 1 : 0));
const rhythm = { timeZone: 'Europe/Madrid', days: [2, 1, 1, 1, 1, 0, 0], hours: office };

it('lets people come in the hours and on the days of the rhythm, by local clocks', () => {
  const moments = arrivals(seededRandom(3), rhythm, MONDAY, MONDAY + 14 * DAY, 1_000);
  expect(moments).toHaveLength(1_000);
  expect(moments).toEqual(moments.toSorted((a, b) => a - b));
  const local = moments.map((moment) => new Date(moment + 2 * 3_600_000));
  expect(local.every((time) => time.getUTCHours() >= 9 && time.getUTCHours() < 17)).toBe(true);
  expect(local.some((time) => time.getUTCDay() === 0 || time.getUTCDay() === 6)).toBe(false);
  const mondays = local.filter((time) => time.getUTCDay() === 1).length;
  expect(mondays).toBeGreaterThan(270);
  expect(mondays).toBeLessThan(400);
});

it('gives the same moments for the same seed', () => {
  const draw = () => arrivals(seededRandom(9), rhythm, MONDAY, MONDAY + DAY, 20);
  expect(draw()).toEqual(draw());
});

it('says so where nobody can ever come', () => {
  expect(() => arrivals(seededRandom(1), rhythm, MONDAY + 5 * DAY, MONDAY + 6 * DAY, 1)).toThrow(/may come/);
});
