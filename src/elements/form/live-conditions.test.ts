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

it('what is typed in a field that went shows nothing any more, as when the answers are taken', () => {
  const untrue = liveConditions(PART);
  expect([...untrue({ deliver: true, lift: false }, 0)]).toEqual([]);
  expect([...untrue({ deliver: true, lift: true }, 0)]).toEqual(['lift = false']);
  expect([...untrue({ deliver: false, lift: false }, 0)].sort()).toEqual(['deliver = true', 'lift = false']);
});
