import { useStore } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import type { ElementGroup } from '#contract/element-type.ts';
import type { ElementId } from '#prelude/ids.ts';
import { CARD_WIDTH } from './card-size.ts';
import type { Card, Drawing } from './drawing.ts';
import type { MapOverlays } from './marks.ts';

export interface FarCanvasProps {
  drawing: Drawing;
  selected: ReadonlySet<ElementId>;
  overlays: MapOverlays;
}

const GROUPS: readonly ElementGroup[] = ['page', 'option', 'logic', 'action', 'end', 'note'];

/** Many cards seen from far away: one picture instead of thousands of boxes, drawn again with each move. */
export function FarCanvas({ drawing, selected, overlays }: FarCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useRef<HTMLDivElement>(null);
  const x = useStore((state) => state.transform[0]);
  const y = useStore((state) => state.transform[1]);
  const zoom = useStore((state) => state.transform[2]);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  useEffect(() => {
    if (canvas.current)
      draw(canvas.current, coloursOf(colours), { drawing, selected, overlays }, { x, y, zoom, width, height });
  }, [drawing, selected, overlays, x, y, zoom, width, height]);
  return (
    <>
      <canvas ref={canvas} className="map-far" />
      <div ref={colours} hidden>
        {GROUPS.map((group) => (
          <span key={group} style={{ color: `var(--wm-group-${group === 'option' ? 'page' : group})` }} />
        ))}
        <span style={{ color: 'var(--map-line)' }} />
        <span style={{ color: 'var(--wm-accent)' }} />
      </div>
    </>
  );
}

/** The theme's colours as the canvas understands them. */
function coloursOf(holder: RefObject<HTMLDivElement | null>): readonly string[] {
  return [...(holder.current?.children ?? [])].map((probe) => getComputedStyle(probe).color);
}

interface Eye {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
}

function draw(
  canvas: HTMLCanvasElement,
  colours: readonly string[],
  { drawing, selected, overlays }: FarCanvasProps,
  eye: Eye,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio;
  canvas.width = eye.width * ratio;
  canvas.height = eye.height * ratio;
  context.setTransform(ratio * eye.zoom, 0, 0, ratio * eye.zoom, ratio * eye.x, ratio * eye.y);
  const left = -eye.x / eye.zoom;
  const top = -eye.y / eye.zoom;
  const right = left + eye.width / eye.zoom;
  const bottom = top + eye.height / eye.zoom;
  const isSeen = ({ at, height }: Card) =>
    at[0] < right && at[0] + CARD_WIDTH > left && at[1] < bottom && at[1] + height > top;

  const cards = new Map(drawing.cards.map((card) => [card.id, card]));
  context.strokeStyle = colours[GROUPS.length] ?? '';
  context.lineWidth = 1 / eye.zoom;
  context.beginPath();
  for (const line of drawing.lines) {
    const from = cards.get(line.from);
    const to = cards.get(line.to);
    if (!from || !to || !(isSeen(from) || isSeen(to))) continue;
    context.moveTo(from.at[0] + CARD_WIDTH, from.at[1] + from.arrives);
    context.lineTo(to.at[0], to.at[1] + to.arrives);
  }
  context.stroke();
  for (const card of drawing.cards) {
    if (!isSeen(card)) continue;
    context.fillStyle = overlays.elements?.[card.id]?.fill ?? colours[GROUPS.indexOf(card.group)] ?? '';
    context.fillRect(card.at[0], card.at[1], CARD_WIDTH, card.height);
    if (!selected.has(card.id)) continue;
    context.strokeStyle = colours[GROUPS.length + 1] ?? '';
    context.lineWidth = 3 / eye.zoom;
    context.strokeRect(card.at[0], card.at[1], CARD_WIDTH, card.height);
  }
}

/** The card at a point of the map. */
export function cardAt(drawing: Drawing, [x, y]: readonly [number, number]): Card | undefined {
  return drawing.cards.findLast(
    ({ at, height }) => x >= at[0] && x <= at[0] + CARD_WIDTH && y >= at[1] && y <= at[1] + height,
  );
}
