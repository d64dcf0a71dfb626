import { useReactFlow } from '@xyflow/react';
import { type MouseEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { ConnectorId, ElementId } from '#prelude/ids.ts';
import type { Drawing } from './drawing.ts';
import { boundsOf } from './near-drawing.ts';
import { cardAt, lineAt } from './picture-hits.ts';

/** A pointer this near to a line is on it, pixels of the screen. */
const NEARBY = 8;

interface Hit {
  readonly card?: ElementId | undefined;
  readonly line?: ConnectorId | undefined;
}

/**
 * What a pointer does on a map that is drawn as a picture: the card under it comes into being, so that it can be pressed,
 * dragged and connected like any other; what a frame is drawn around is selected when the pointer lets go.
 */
export function usePicturePointer(
  picture: Drawing | undefined,
  onSelect: ((elements: readonly ElementId[]) => void) | undefined,
) {
  const flow = useReactFlow();
  const [touched, setTouched] = useState<ElementId | undefined>(undefined);
  const latest = useRef({ picture, onSelect });
  latest.current = { picture, onSelect };

  const acts = useMemo(() => {
    const pointOf = (event: MouseEvent): readonly [number, number] => {
      const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY });
      return [x, y];
    };
    let corner: readonly [number, number] | undefined;
    let under: ElementId | undefined;
    return {
      move(event: PointerEvent) {
        const drawing = latest.current.picture;
        // What is being dragged or connected stays there.
        if (!drawing || event.buttons !== 0 || event.pointerType === 'touch') return;
        const hit = cardAt(drawing, pointOf(event))?.id;
        if (hit === under) return;
        under = hit;
        // At once: the press that follows must meet it.
        flushSync(() => setTouched(hit));
      },
      hit(event: MouseEvent): Hit {
        const drawing = latest.current.picture;
        if (!drawing) return {};
        const at = pointOf(event);
        return { card: cardAt(drawing, at)?.id, line: lineAt(drawing, at, NEARBY / flow.getZoom())?.id };
      },
      flow: {
        onSelectionStart(event: MouseEvent) {
          corner = pointOf(event);
        },
        onSelectionEnd(event: MouseEvent) {
          const { picture: drawing, onSelect: select } = latest.current;
          if (!drawing || !corner || !select) return;
          const [ax, ay] = corner;
          const [bx, by] = pointOf(event);
          const inside = drawing.cards.filter((card) => {
            const { left, top, right, bottom } = boundsOf(card);
            return (
              left >= Math.min(ax, bx) &&
              right <= Math.max(ax, bx) &&
              top >= Math.min(ay, by) &&
              bottom <= Math.max(ay, by)
            );
          });
          select(inside.map(({ id }) => id));
        },
      },
    };
  }, [flow]);
  return { ...acts, touched: picture ? touched : undefined };
}
