import { useReactFlow } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';
import type { ElementId } from '#prelude/ids.ts';
import type { LineEdge } from './connector-line.tsx';
import type { CardNode } from './element-card.tsx';

/** Moves the view. */
export interface MapCamera {
  fit(elements?: readonly ElementId[]): void;
  zoom(by: 'in' | 'out' | 'full'): void;
  /** Brings elements into view, moving only where they are outside. */
  reveal(elements: readonly ElementId[]): void;
  /** The middle of what is seen, in the map's coordinates. */
  middle(): readonly [number, number];
  focus(): void;
  hasFocus(): boolean;
}

const calm = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);

/** Room that is kept around what is brought into view. */
const EDGE = 48;

export function useCamera(root: RefObject<HTMLDivElement | null>): MapCamera {
  const flow = useReactFlow<CardNode, LineEdge>();
  return useMemo((): MapCamera => {
    const pane = () => root.current?.querySelector<HTMLElement>('.react-flow');
    const box = () => root.current?.getBoundingClientRect() ?? new DOMRect();
    const frame = (elements?: readonly ElementId[]) => {
      const some = elements && elements.length > 0 ? { nodes: elements.map((id) => ({ id })) } : {};
      void flow.fitView({ ...some, maxZoom: 1, padding: 0.18, duration: calm() });
    };
    return {
      fit: frame,
      zoom(by) {
        const duration = calm();
        if (by === 'full') void flow.zoomTo(1, { duration });
        else void (by === 'in' ? flow.zoomIn({ duration }) : flow.zoomOut({ duration }));
      },
      reveal(elements) {
        if (elements.length === 0) return;
        requestAnimationFrame(() => {
          const nodes = elements.flatMap((id) => flow.getNode(id) ?? []);
          if (nodes.length === 0) return;
          const bounds = flow.getNodesBounds(nodes);
          const { width, height } = box();
          const { x, y, zoom } = flow.getViewport();
          const left = bounds.x * zoom + x;
          const top = bounds.y * zoom + y;
          const fits = bounds.width * zoom < width - EDGE * 2 && bounds.height * zoom < height - EDGE * 2;
          if (!fits) {
            frame(elements);
            return;
          }
          const dx = Math.max(0, EDGE - left) - Math.max(0, left + bounds.width * zoom - (width - EDGE));
          const dy = Math.max(0, EDGE - top) - Math.max(0, top + bounds.height * zoom - (height - EDGE));
          if (dx !== 0 || dy !== 0) void flow.setViewport({ x: x + dx, y: y + dy, zoom }, { duration: calm() });
        });
      },
      middle() {
        const { left, top, width, height } = box();
        const { x, y } = flow.screenToFlowPosition({ x: left + width / 2, y: top + height / 2 });
        return [x, y];
      },
      focus: () => pane()?.focus({ preventScroll: true }),
      hasFocus: () => pane() === document.activeElement,
    };
  }, [flow, root]);
}
