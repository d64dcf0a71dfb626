import { useStoreApi } from '@xyflow/react';
import { type RefObject, useEffect, useRef } from 'react';
import { drawPicture, type FarPicture } from './far-picture.ts';
import { type Palette, PICTURE_COLOURS } from './picture-colours.ts';
import type { Eye } from './sight.ts';

/** Many cards seen from far away: one picture instead of thousands of boxes, drawn again with each move. */
export function FarCanvas(picture: FarPicture) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const colours = useRef<HTMLDivElement>(null);
  const latest = useRef(picture);
  latest.current = picture;
  const store = useStoreApi();
  const ask = useRef(() => {});

  useEffect(() => {
    let asked = 0;
    const draw = () => {
      asked = 0;
      const { transform, width, height } = store.getState();
      const [x, y, zoom] = transform;
      if (canvas.current) paint(canvas.current, paletteOf(colours), latest.current, { x, y, zoom, width, height });
    };
    // However often something changes, a frame is drawn once.
    ask.current = () => {
      if (asked === 0) asked = requestAnimationFrame(draw);
    };
    draw();
    let seen = store.getState();
    const stop = store.subscribe((now) => {
      const isMoved = now.transform !== seen.transform || now.width !== seen.width || now.height !== seen.height;
      seen = now;
      if (isMoved) ask.current();
    });
    return () => {
      stop();
      cancelAnimationFrame(asked);
    };
  }, [store]);
  useEffect(() => ask.current());

  return (
    <>
      <canvas ref={canvas} className="map-far" />
      <div ref={colours} hidden>
        {PICTURE_COLOURS.map((name) => (
          <span key={name} style={{ color: `var(${name})` }} />
        ))}
      </div>
    </>
  );
}

/** The theme's colours as the canvas understands them. */
function paletteOf(holder: RefObject<HTMLDivElement | null>): Palette {
  const probes = [...(holder.current?.children ?? [])];
  const colours = new Map(probes.map((probe, n) => [PICTURE_COLOURS[n], getComputedStyle(probe).color]));
  return (name) => colours.get(name) ?? '';
}

function paint(canvas: HTMLCanvasElement, palette: Palette, picture: FarPicture, eye: Eye): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(eye.width * ratio), Math.round(eye.height * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(ratio * eye.zoom, 0, 0, ratio * eye.zoom, ratio * eye.x, ratio * eye.y);
  drawPicture(context, picture, eye, palette, getComputedStyle(canvas).fontFamily);
}
