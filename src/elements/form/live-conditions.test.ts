import { expect, it } from 'vitest';
import type { PagePart } from '#contract/page.ts';
import { liveConditions } from './live-conditions.ts';

const field = (name: string, shownWhen?: string) => ({
  name,
  kind: 'yes-no',
  label: name,
  required: true,
  limits: {},
  ...(shownWhen === undefined ? {} : { shownWhen }),
});

/** Asks for the floor where there is no lift, and for the lift where something is delivered. */
const PART: PagePart = {
  text: [],
  fields: [field('deliver'), field('floor', 'lift = false'), field('lift', 'deliver = true')],
  sections: [{ columns: 1, items: [{ field: 'deliver' }, { field: 'floor' }, { field: 'lift' }] }],
  types: { deliver: { kind: 'boolean' }, floor: { kind: 'number' }, lift: { kind: 'boolean' } },
};

it('asks what day it is where those who take the answers ask', () => {
  const fields = [field('deliver', 'today() = date("2026-03-02")')];
  const part = { text: [], fields, sections: [{ columns: 1 as const, items: [{ field: 'deliver' }] }] };
  const beforeMidnight = Date.parse('2026-03-01T23:30:00Z');
  expect(liveConditions({ ...part, timeZone: 'Europe/Madrid' })({}, beforeMidnight).size).toBe(0);
  expect(liveConditions(part)({}, beforeMidnight).size).toBe(1);
});

it('what is typed in a field that went shows nothing any more, as when the answers are taken', () => {
  const untrue = liveConditions(PART);
  expect([...untrue({ deliver: true, lift: false }, 0)]).toEqual([]);
  expect([...untrue({ deliver: true, lift: true }, 0)]).toEqual(['lift = false']);
  expect([...untrue({ deliver: false, lift: false }, 0)].sort()).toEqual(['deliver = true', 'lift = false']);
});
