import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { ElementId } from '#prelude/ids.ts';
import { cardDomId } from './element-card.tsx';

/** Of the map, in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Points from the map to the card that the keyboard is at, while that card is drawn: cards out of sight are not there.
 * Returns what looks again after the view has moved.
 */
export function useActiveDescendant(
  root: RefObject<HTMLDivElement | null>,
  active: ElementId | undefined,
  onResized: (before: Size | undefined) => void,
): () => void {
  const size = useRef<Size | undefined>(undefined);
  const look = useCallback(() => {
    requestAnimationFrame(() => {
      const pane = root.current?.querySelector('.react-flow');
      const id = active === undefined ? undefined : cardDomId(active);
      if (pane && id !== undefined && document.getElementById(id)) pane.setAttribute('aria-activedescendant', id);
      else pane?.removeAttribute('aria-activedescendant');
    });
  }, [root, active]);
  useEffect(look);
  useEffect(() => {
    if (!root.current) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      const before = size.current;
      size.current = entry?.contentRect;
      onResized(before);
      look();
    });
    observer.observe(root.current);
    return () => observer.disconnect();
  }, [root, look, onResized]);
  return look;
}
