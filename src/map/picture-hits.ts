import { CARD_WIDTH } from './card-size.ts';
import type { Card, Drawing, Line } from './drawing.ts';
import { BACK_ROOM, forwardReach } from './line-path.ts';
import { cardsById, lineBounds } from './near-drawing.ts';

type Point = readonly [x: number, y: number];

/** The card at a point of the map. */
export function cardAt(drawing: Drawing, [x, y]: Point): Card | undefined {
  return drawing.cards.findLast(
    ({ at, height }) => x >= at[0] && x <= at[0] + CARD_WIDTH && y >= at[1] && y <= at[1] + height,
  );
}

/** The line that passes a point of the map within this distance. */
export function lineAt(drawing: Drawing, [x, y]: Point, reach: number): Line | undefined {
  const cards = cardsById(drawing);
  return drawing.lines.findLast((line) => {
    const from = cards.get(line.from);
    const to = cards.get(line.to);
    if (!from || !to) return false;
    const bounds = lineBounds(line, from, to);
    const isNear =
      x >= bounds.left - reach && x <= bounds.right + reach && y >= bounds.top - reach && y <= bounds.bottom + reach;
    return isNear && passes(wayOf(line, from, to), [x, y], reach);
  });
}

/** Straight pieces that a curve is taken for. */
const PIECES = 12;

/** The way of a line as points from card to card; a way back turns at corners, all others bend. */
function wayOf({ isBack, below, port }: Line, from: Card, to: Card): readonly Point[] {
  const [startX, startY] = leaves(from, port);
  const [endX, endY] = [to.at[0], to.at[1] + to.arrives];
  if (isBack) {
    const [right, left, bottom] = [startX + BACK_ROOM, endX - BACK_ROOM, below + BACK_ROOM];
    return [
      [startX, startY],
      [right, startY],
      [right, bottom],
      [left, bottom],
      [left, endY],
      [endX, endY],
    ];
  }
  const reach = forwardReach(startX, endX);
  return Array.from({ length: PIECES + 1 }, (_, n): Point => {
    const t = n / PIECES;
    const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
    return [a * startX + b * (startX + reach) + c * (endX - reach) + d * endX, (a + b) * startY + (c + d) * endY];
  });
}

/** Where a line leaves its card. */
export function leaves(from: Card, port: string): Point {
  const at = from.ports.find(({ exit }) => exit === port)?.at ?? from.arrives;
  return [from.at[0] + CARD_WIDTH, from.at[1] + at];
}

function passes(way: readonly Point[], [x, y]: Point, reach: number): boolean {
  return way.some(([toX, toY], n) => {
    const [fromX, fromY] = way[n - 1] ?? [toX, toY];
    const [dx, dy] = [toX - fromX, toY - fromY];
    const length = dx * dx + dy * dy;
    const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - fromX) * dx + (y - fromY) * dy) / length));
    return Math.hypot(x - fromX - t * dx, y - fromY - t * dy) <= reach;
  });
}
