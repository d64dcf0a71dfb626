import { expect, test } from 'vitest';
import { type Eye, type Sight, sightOf, viewOf } from './sight.ts';

const NOTHING: Sight = { isFar: false, region: undefined };
const at = (x: number, y: number, zoom = 1): Eye => ({ x, y, zoom, width: 1000, height: 800 });

test('what is kept ready lies around what is seen, and stays the same while that moves within it', () => {
  const first = sightOf(NOTHING, at(0, 0));
  expect(first.region).toEqual({ left: -500, top: -400, right: 1500, bottom: 1200 });
  expect(sightOf(first, at(-400, 100))).toBe(first);
  const next = sightOf(first, at(-600, 0));
  expect(next).not.toBe(first);
  expect(next.region).toMatchObject({ left: 100, right: 2100 });
});

test('further away more is kept ready, and nearer again less', () => {
  const near = sightOf(NOTHING, at(0, 0));
  const far = sightOf(near, at(0, 0, 0.25));
  expect(far.isFar).toBe(true);
  expect((far.region?.right ?? 0) - (far.region?.left ?? 0)).toBe(8000);
  const again = sightOf(far, at(0, 0));
  expect(again).toEqual({ isFar: false, region: { left: -500, top: -400, right: 1500, bottom: 1200 } });
});

test('without a window nothing is seen', () => {
  const { region } = sightOf(sightOf(NOTHING, at(0, 0)), { ...at(0, 0), width: 0 });
  expect(region).toBeUndefined();
});

test('what is seen is said in the coordinates of the map', () => {
  expect(viewOf(at(100, -200, 0.5))).toEqual({ left: -200, top: 400, right: 1800, bottom: 2000 });
});
