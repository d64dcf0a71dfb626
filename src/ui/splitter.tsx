import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import './splitter.css';

export interface SplitterProps {
  /** What the line resizes: "Width of the inspector". */
  label: string;
  /** Panes beside each other, or one above the other. */
  direction?: 'row' | 'column';
  /** The pane that has a size; the other one takes what is left. */
  sized: 'first' | 'second';
  /** Pixels. The caller keeps it, so that it can be remembered. */
  size: number;
  min: number;
  max: number;
  /** Where a double press, or Enter on the line, puts it. */
  initial: number;
  onSize: (size: number) => void;
  /** Null where there is none now: the other one has all the room, and goes on as it is when this one comes or goes. */
  first: ReactNode | null;
  second: ReactNode;
}

/** Pixels an arrow key moves the line; with Shift, four times as far. */
const STEP = 16;

/** Two panes with a line between them that pointer and keys move. */
export function Splitter(props: SplitterProps) {
  const { label, direction = 'row', sized, size, min, max, initial, onSize, first, second } = props;
  const drag = useRef<{ from: number; size: number } | null>(null);
  const shown = clamp(size, min, max);
  const grow = (delta: number) => onSize(clamp(shown + delta, min, max));

  /** +1 where moving the line towards the end makes the sized pane larger. */
  const sign = (element: Element) => {
    const isMirrored = direction === 'row' && getComputedStyle(element).direction === 'rtl';
    return (sized === 'first' ? 1 : -1) * (isMirrored ? -1 : 1);
  };
  const at = (event: PointerEvent) => (direction === 'row' ? event.clientX : event.clientY);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = (event.shiftKey ? 4 : 1) * STEP * sign(event.currentTarget);
    const [back, forth] = direction === 'row' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === back) grow(-step);
    else if (event.key === forth) grow(step);
    else if (event.key === 'Home') onSize(min);
    else if (event.key === 'End') onSize(max);
    else if (event.key === 'Enter') onSize(initial);
    else return;
    event.preventDefault();
  };

  const before = [
    <div key="first" {...pane(sized === 'first', shown)}>
      {first}
    </div>,
    // biome-ignore lint/a11y/useSemanticElements: a line that is moved is a separator with a value; <hr> cannot be one
    <div
      key="line"
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction === 'row' ? 'vertical' : 'horizontal'}
      aria-valuenow={Math.round(shown)}
      aria-valuemin={min}
      aria-valuemax={max}
      className="wm-split-line"
      onKeyDown={onKeyDown}
      onDoubleClick={() => onSize(initial)}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: at(event), size: shown };
      }}
      onPointerMove={(event) => {
        if (!drag.current) return;
        const moved = (at(event) - drag.current.from) * sign(event.currentTarget);
        onSize(clamp(drag.current.size + moved, min, max));
      }}
      onLostPointerCapture={() => {
        drag.current = null;
      }}
    />,
  ];
  return (
    <div className={`wm-split wm-split-${direction}`}>
      {first === null ? null : before}
      <div key="second" {...pane(sized === 'second' && first !== null, shown)}>
        {second}
      </div>
    </div>
  );
}

function pane(isSized: boolean, size: number) {
  return isSized
    ? { className: 'wm-pane', style: { flex: `0 1 ${size}px` } }
    : { className: 'wm-pane wm-pane-rest', style: { flex: '1 1 0' } };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), Math.max(min, max));
}
