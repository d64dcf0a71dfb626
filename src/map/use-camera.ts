import { useReactFlow } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';
import type { ElementId } from '#prelude/ids.ts';
import { CARD_WIDTH } from './card-size.ts';
import type { LineEdge } from './connector-line.tsx';
import type { Card } from './drawing.ts';
import type { CardNode } from './element-card.tsx';
import type { Size } from './use-active-descendant.ts';

/** Moves the view. */
export interface MapCamera {
  fit(elements?: readonly ElementId[], isCalm?: boolean): void;
  /** Where to begin: everything, or the start where everything would be too small to read. */
  begin(): void;
  zoom(by: 'in' | 'out' | 'full'): void;
  /** Brings elements into view, moving only where they are outside. */
  reveal(elements: readonly ElementId[]): void;
  /**
   * After the map became smaller or larger: whoever saw everything does so again, others see the same in the middle, and
   * the element they are at where they saw it before.
   */
  resize(before: Size, at: ElementId | undefined): void;
  /** The middle of what is seen, in the map's coordinates. */
  middle(): readonly [number, number];
  focus(): void;
  hasFocus(): boolean;
}

const calm = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);

/** Room that is kept around what is brought into view. */
const EDGE = 48;

/** At the top lies a toolbar. */
const TOP = 96;

/** Share of the view that stays free on each side when everything is shown. */
const AROUND = 0.12;

export const LEAST_ZOOM = 0.03;

/** From this zoom on names of cards can be read, and from that one their texts. */
const ENOUGH = 0.5;
const READABLE = 0.75;

/** What the view can be moved to: every card, drawn one by one or as a picture. */
export type Cards = RefObject<readonly Card[]>;

export function useCamera(root: RefObject<HTMLDivElement | null>, cards: Cards): MapCamera {
  const flow = useReactFlow<CardNode, LineEdge>();
  return useMemo((): MapCamera => {
    const pane = () => root.current?.querySelector<HTMLElement>('.react-flow');
    const box = () => root.current?.getBoundingClientRect() ?? new DOMRect();
    const bounds = (elements?: readonly ElementId[]) => {
      const wanted = elements && elements.length > 0 ? new Set(elements) : undefined;
      const some = cards.current.filter(({ id }) => wanted?.has(id) ?? true);
      if (some.length === 0) return undefined;
      const x = Math.min(...some.map(({ at }) => at[0]));
      const y = Math.min(...some.map(({ at }) => at[1]));
      const width = Math.max(...some.map(({ at }) => at[0])) + CARD_WIDTH - x;
      const height = Math.max(...some.map((card) => card.at[1] + card.height)) - y;
      return { x, y, width, height };
    };
    const frame = (elements?: readonly ElementId[], isCalm = true) => {
      const whole = bounds(elements);
      if (!whole) return;
      const { width, height } = box();
      const room = 1 - 2 * AROUND;
      const wanted = Math.min((width * room) / whole.width, (height * room) / whole.height, 1);
      const zoom = Math.max(LEAST_ZOOM, wanted);
      const x = width / 2 - (whole.x + whole.width / 2) * zoom;
      const y = height / 2 - (whole.y + whole.height / 2) * zoom;
      void flow.setViewport({ x, y, zoom }, isCalm ? { duration: calm() } : {});
    };
    const camera: MapCamera = {
      fit: frame,
      begin() {
        frame(undefined, false);
        const start = cards.current.find(({ isStart }) => isStart);
        if (!start || flow.getZoom() >= ENOUGH) return;
        const x = EDGE * 2 - start.at[0] * READABLE;
        const y = box().height / 2 - (start.at[1] + start.height / 2) * READABLE;
        void flow.setViewport({ x, y, zoom: READABLE });
      },
      zoom(by) {
        const duration = calm();
        if (by === 'full') void flow.zoomTo(1, { duration });
        else void (by === 'in' ? flow.zoomIn({ duration }) : flow.zoomOut({ duration }));
      },
      reveal(elements) {
        if (elements.length === 0) return;
        requestAnimationFrame(() => {
          const all = bounds(elements);
          if (!all) return;
          const { width, height } = box();
          const { x, y, zoom } = flow.getViewport();
          const left = all.x * zoom + x;
          const top = all.y * zoom + y;
          const fits = all.width * zoom < width - EDGE * 2 && all.height * zoom < height - EDGE - TOP;
          if (!fits || cards.current.length === elements.length) {
            frame(elements);
            return;
          }
          const dx = Math.max(0, EDGE - left) - Math.max(0, left + all.width * zoom - (width - EDGE));
          const dy = Math.max(0, TOP - top) - Math.max(0, top + all.height * zoom - (height - EDGE));
          if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: calm() });
        });
      },
      resize(before, at) {
        const { x, y, zoom } = flow.getViewport();
        const { width, height } = box();
        if (before.width === 0 || (width === before.width && height === before.height)) return;
        const wasSeen = (elements?: readonly ElementId[]) => {
          const of = bounds(elements);
          if (!of) return false;
          const [left, top] = [of.x * zoom + x, of.y * zoom + y];
          const [right, bottom] = [left + of.width * zoom, top + of.height * zoom];
          return left >= 0 && top >= 0 && right <= before.width && bottom <= before.height;
        };
        if (wasSeen()) {
          frame(undefined, false);
          return;
        }
        void flow.setViewport({ x: x + (width - before.width) / 2, y: y + (height - before.height) / 2, zoom });
        if (at !== undefined && wasSeen([at])) camera.reveal([at]);
      },
      middle() {
        const { left, top, width, height } = box();
        const { x, y } = flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
        return [x, y];
      },
      focus: () => pane()?.focus({ preventScroll: true }),
      hasFocus: () => pane() === document.activeElement,
    };
    return camera;
  }, [flow, root, cards]);
}
