import type { Region } from './sight.ts';

/** The ends of a line, in the map's coordinates. */
export interface LineEnds {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

const CORNER = 14;

/** How far a line that leads back stands off from its cards. */
export const BACK_ROOM = 26;

/** A calm curve from left to right: flat at both ends, so that lines of one column run together. */
export function forwardPath({ fromX, fromY, toX, toY }: LineEnds): string {
  if (Math.abs(fromY - toY) < 1) return `M${fromX},${fromY} L${toX},${toY}`;
  const reach = forwardReach(fromX, toX);
  return `M${fromX},${fromY} C${fromX + reach},${fromY} ${toX - reach},${toY} ${toX},${toY}`;
}

/** How far the curve of a line stays flat at its ends. */
export function forwardReach(fromX: number, toX: number): number {
  return Math.max(24, Math.min((toX - fromX) / 2, 120));
}

/**
 * A way back: out to the right, below both cards, and in again from the left. Of a long one only what lies `within` a
 * region: the browser would count the dashes of all the rest in each frame.
 */
export function backPath({ fromX, fromY, toX, toY }: LineEnds, below: number, within?: Region): string {
  const right = fromX + BACK_ROOM;
  const left = toX - BACK_ROOM;
  const bottom = below + BACK_ROOM;
  const r = CORNER;
  if (!within || (right < within.right && left > within.left && bottom < within.bottom)) {
    return [
      `M${fromX},${fromY}`,
      `L${right - r},${fromY} Q${right},${fromY} ${right},${fromY + r}`,
      `L${right},${bottom - r} Q${right},${bottom} ${right - r},${bottom}`,
      `L${left + r},${bottom} Q${left},${bottom} ${left},${bottom - r}`,
      `L${left},${toY + r} Q${left},${toY} ${left + r},${toY}`,
      `L${toX},${toY}`,
    ].join(' ');
  }
  const x = (value: number) => Math.max(within.left, Math.min(within.right, value));
  const y = (value: number) => Math.max(within.top, Math.min(within.bottom, value));
  const piece = (isThere: boolean, path: string) => (isThere ? path : '');
  const seesX = (value: number) => value >= within.left && value <= within.right;
  const seesY = (value: number) => value >= within.top && value <= within.bottom;
  return [
    piece(
      seesX(fromX) && seesY(fromY),
      `M${fromX},${fromY} L${right - r},${fromY} Q${right},${fromY} ${right},${fromY + r}`,
    ),
    piece(seesX(right), `M${right},${y(fromY + r)} L${right},${y(bottom - r)}`),
    piece(seesX(right) && seesY(bottom), `M${right},${bottom - r} Q${right},${bottom} ${right - r},${bottom}`),
    piece(seesY(bottom), `M${x(right - r)},${bottom} L${x(left + r)},${bottom}`),
    piece(seesX(left) && seesY(bottom), `M${left + r},${bottom} Q${left},${bottom} ${left},${bottom - r}`),
    piece(seesX(left), `M${left},${y(bottom - r)} L${left},${y(toY + r)}`),
    piece(seesX(toX) && seesY(toY), `M${left},${toY + r} Q${left},${toY} ${left + r},${toY} L${toX},${toY}`),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
