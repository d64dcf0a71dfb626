import type { Viewport } from '@xyflow/react';
import { type RefObject, useMemo } from 'react';

/**
 * Marks the map while it is moved without becoming larger or smaller: what is on it is then drawn once and moved as a
 * whole. Otherwise it is drawn anew, for letters must be sharp.
 */
export function usePanning(root: RefObject<HTMLDivElement | null>) {
  return useMemo(() => {
    let zoom = 0;
    const mark = (isPanning: boolean) => root.current?.toggleAttribute('data-panning', isPanning);
    return {
      onMoveStart(_event: unknown, viewport: Viewport) {
        zoom = viewport.zoom;
      },
      onMove(_event: unknown, viewport: Viewport) {
        mark(viewport.zoom === zoom);
        zoom = viewport.zoom;
      },
      onMoveEnd: () => mark(false),
    };
  }, [root]);
}
