import { expect, test } from 'vitest';
import type { ElementId } from '#prelude/ids.ts';
import { meetingPlaces } from './meeting-places.ts';

/** `a: b c` says that a leads to b and to c. */
function places(...lines: readonly string[]): Record<string, string> {
  const ways = new Map<string, string[]>();
  for (const line of lines) {
    const [from = '', targets = ''] = line.split(':');
    ways.set(from, targets.split(' ').filter(Boolean));
  }
  const found = meetingPlaces([...ways.keys()] as ElementId[], (id) => (ways.get(id) ?? []) as ElementId[]);
  return Object.fromEntries(found);
}

test('ways meet where none of them goes round, over branches within branches and ways back', () => {
  expect(places('q: a b', 'a: s', 'b: s', 's:')).toEqual({ q: 's', a: 's', b: 's' });
  expect(places('q: a b', 'a: x y', 'x: m', 'y: m', 'm: s', 'b: s', 's: q t', 't:')).toMatchObject({
    q: 's',
    a: 'm',
    s: 't',
  });
});

test('ways that end apart meet nowhere, and those that never end are left out', () => {
  expect(places('q: a b', 'a:', 'b: c', 'c:')).toEqual({ b: 'c' });
  expect(places('q: r', 'r: q')).toEqual({});
});
