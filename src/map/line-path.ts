/** The ends of a line, in the map's coordinates. */
export interface LineEnds {
  readonly fromX: number;
  readonly fromY: number;
  readonly toX: number;
  readonly toY: number;
}

const CORNER = 14;

/** How far a line that leads back stands off from its cards. */
const OFF = 26;

/** A calm curve from left to right: flat at both ends, so that lines of one column run together. */
export function forwardPath({ fromX, fromY, toX, toY }: LineEnds): string {
  if (Math.abs(fromY - toY) < 1) return `M${fromX},${fromY} L${toX},${toY}`;
  const reach = Math.max(24, Math.min((toX - fromX) / 2, 120));
  return `M${fromX},${fromY} C${fromX + reach},${fromY} ${toX - reach},${toY} ${toX},${toY}`;
}

/** A way back: out to the right, below both cards, and in again from the left. */
export function backPath({ fromX, fromY, toX, toY }: LineEnds, below: number): string {
  const right = fromX + OFF;
  const left = toX - OFF;
  const bottom = below + OFF;
  const r = CORNER;
  return [
    `M${fromX},${fromY}`,
    `L${right - r},${fromY} Q${right},${fromY} ${right},${fromY + r}`,
    `L${right},${bottom - r} Q${right},${bottom} ${right - r},${bottom}`,
    `L${left + r},${bottom} Q${left},${bottom} ${left},${bottom - r}`,
    `L${left},${toY + r} Q${left},${toY} ${left + r},${toY}`,
    `L${toX},${toY}`,
  ].join(' ');
}
