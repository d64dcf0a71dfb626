import { expect, test } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import type { ElementId } from '#prelude/ids.ts';
import { largeFlow } from '#test/factories/large-flow.ts';
import { drawingOf } from './drawing.ts';
import { nearDrawing, withMoved } from './near-drawing.ts';
import { lineAt } from './picture-hits.ts';

const drawing = drawingOf(largeFlow(300), catalog, { language: 'en', folded: false });
const id = (name: string) => name as ElementId;

test('near a place are its cards, the lines through it and the cards at their ends', () => {
  const { cards, lines } = nearDrawing(drawing, { left: 0, top: 0, right: 600, bottom: 150 }, new Set());
  const names = new Set<string>(cards.map((card) => card.id));
  // In the first row are the first Question and its Choices; lines lead to the next Question, which lies outside.
  expect([...names]).toEqual(expect.arrayContaining(['q_0', 'c_paid_0', 'c_open_0', 'q_1']));
  expect(names.has('q_2')).toBe(false);
  expect(lines.every(({ from, to }) => names.has(from) && names.has(to))).toBe(true);
});

test('a line back passes below places that neither of its ends is near', () => {
  const back = drawing.lines.find(({ isBack }) => isBack);
  if (!back) throw new Error('no line leads back');
  const passed = { left: 9000, top: back.below + 20, right: 9100, bottom: back.below + 30 };
  expect(nearDrawing(drawing, passed, new Set()).lines.map((line) => line.id)).toContain(back.id);
  expect(lineAt(drawing, [9050, back.below + 26], 4)?.isBack).toBe(true);
});

test('what is always wanted is there wherever it lies', () => {
  const { cards } = nearDrawing(drawing, { left: 0, top: 0, right: 100, bottom: 100 }, new Set([id('q_90')]));
  expect(cards.map((card) => card.id)).toContain('q_90');
});

test('a line is hit where it runs, and not beside it', () => {
  const [first] = drawing.lines;
  const from = drawing.cards.find((card) => card.id === first?.from);
  const to = drawing.cards.find((card) => card.id === first?.to);
  if (!first || !from || !to) throw new Error('nothing is drawn');
  const start = [from.at[0] + 232 + 4, from.at[1] + from.arrives] as const;
  expect(lineAt(drawing, start, 6)?.from).toBe(first.from);
  expect(lineAt(drawing, [start[0] + 40, start[1] - 60], 6)).toBeUndefined();
});

test('while cards are dragged they are drawn where they are dragged to', () => {
  const moved = withMoved(drawing, new Map([[id('q_0'), [500, 700] as const]]));
  expect(moved.cards.find((card) => card.id === 'q_0')?.at).toEqual([500, 700]);
  expect(moved.cards.find((card) => card.id === 'q_1')).toBe(drawing.cards.find((card) => card.id === 'q_1'));
});
