import { type RefObject, useEffect, useRef } from 'react';
import { onceSized } from './once-sized.ts';

/** Frames in which cards may come into sight; a view that shows none is painted as well. */
const FRAMES = 10;

/** Acts once, as soon as the first cards, or the picture of them, were painted. */
export function useOncePainted(root: RefObject<HTMLElement | null>, isEmpty: boolean, act: (() => void) | undefined) {
  const wanted = useRef({ isEmpty, act });
  wanted.current = { isEmpty, act };
  useEffect(() => {
    let isGone = false;
    let frames = 0;
    const look = () => {
      if (isGone) return;
      const isThere = wanted.current.isEmpty || root.current?.querySelector('.map-card, canvas');
      if (isThere || ++frames > FRAMES) afterPainting(() => !isGone && wanted.current.act?.());
      else requestAnimationFrame(look);
    };
    onceSized(root.current, () => requestAnimationFrame(look));
    return () => {
      isGone = true;
    };
  }, [root]);
}

/** A message arrives after the frame that was being made has been handed over. */
function afterPainting(act: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    act();
  };
  port2.postMessage('painted');
}
