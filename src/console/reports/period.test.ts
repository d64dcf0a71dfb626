import { describe, expect, it } from 'vitest';
import { periodOf } from './period.ts';

const NOON = Date.parse('2026-11-22T12:00:00Z');

describe('a report covers whole days of the account’s time zone', () => {
  it('shows the last four weeks, today included, when nothing is chosen', () => {
    expect(periodOf({}, NOON, 'UTC')).toEqual({
      firstDay: '2026-10-26',
      lastDay: '2026-11-22',
      from: Date.parse('2026-10-26T00:00:00Z'),
      to: Date.parse('2026-11-23T00:00:00Z'),
    });
  });

  it('takes today from the account’s clock, not from Greenwich', () => {
    const late = Date.parse('2026-11-22T23:30:00Z');
    expect(periodOf({ period: '7d' }, late, 'Asia/Tokyo').lastDay).toBe('2026-11-23');
    expect(periodOf({ period: '7d' }, late, 'America/New_York').lastDay).toBe('2026-11-22');
  });

  it('keeps days whole where clocks are moved in between', () => {
    const { from, to } = periodOf({ period: 'custom', from: '2026-10-25', to: '2026-10-25' }, NOON, 'Europe/Madrid');
    expect((to - from) / 3_600_000).toBe(25);
  });

  it('turns days round that were given the wrong way', () => {
    const { firstDay, lastDay } = periodOf({ period: 'custom', from: '2026-11-20', to: '2026-11-02' }, NOON, 'UTC');
    expect([firstDay, lastDay]).toEqual(['2026-11-02', '2026-11-20']);
  });
});
