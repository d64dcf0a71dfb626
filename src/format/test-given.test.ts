import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GIVEN_NAMES, givenMistakes, momentOf, momentText, readGiven } from './test-given.ts';

describe('what a test gives', () => {
  it('is told apart by name, and a variable of the Interaction stands before all else', () => {
    const given = { tier: 'gold', queue: 7, language: 'de', values: { a: 1 }, agent: { name: 'Ann' }, client: 'web' };
    expect(readGiven(given, {})).toEqual({
      variables: { tier: 'gold' },
      context: { queue: 7, agent: { name: 'Ann' } },
      language: 'de',
      values: { a: 1 },
      client: 'web',
    });
    const declared = { queue: { type: 'number', label: 'Queue' }, values: { type: 'record', label: 'Values' } };
    expect(readGiven(given, declared as never)).toMatchObject({
      variables: { tier: 'gold', queue: 7, values: { a: 1 } },
      context: { agent: { name: 'Ann' } },
    });
    expect(givenMistakes(given, {})).toEqual([{ path: ['queue'], message: expect.any(String) }]);
    expect(givenMistakes(given, declared)).toEqual([]);
  });

  it('is told in the reference, name by name', () => {
    const reference = readFileSync('docs/reference/tests.md', 'utf8');
    for (const name of GIVEN_NAMES) expect(reference, name).toContain(`\`${name}\``);
  });
});

describe('the moment of a test', () => {
  it.each([
    ['2026-01-31T10:00:00', 'UTC', Date.UTC(2026, 0, 31, 10)],
    ['2026-01-31T10:00', 'Europe/Berlin', Date.UTC(2026, 0, 31, 9)],
    ['2026-01-31T10:00:00Z', 'Europe/Berlin', Date.UTC(2026, 0, 31, 10)],
    ['2026-01-31T10:00:00-05:00', 'Europe/Berlin', Date.UTC(2026, 0, 31, 15)],
  ])('%s in %s is what clocks show there, unless it has an offset of its own', (text, zone, moment) => {
    expect(momentOf(text, zone)).toBe(moment);
  });

  it.each([
    '',
    'today',
    '2026-01-31',
    '2026-02-30T10:00:00',
    '2026-01-31T25:00:00',
    '2026-01-31T10:00:00@Europe/Berlin',
  ])('%s is none', (text) => {
    expect(momentOf(text, 'UTC')).toBeUndefined();
  });

  it('is written so that it is read as the same one, also where clocks show an hour twice', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe');
    const seconds = fc.integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2060, 0) / 1000 });
    fc.assert(
      fc.property(zones, seconds, (zone, second) => {
        expect(momentOf(momentText(second * 1000, zone), zone)).toBe(second * 1000);
      }),
    );
    expect(momentText(Date.UTC(2026, 9, 25, 0, 30), 'Europe/Berlin')).toBe('2026-10-25T02:30:00');
    expect(momentText(Date.UTC(2026, 9, 25, 1, 30), 'Europe/Berlin')).toBe('2026-10-25T01:30:00Z');
  });
});
