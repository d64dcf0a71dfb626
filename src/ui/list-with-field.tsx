import { type ReactNode, type RefObject, useContext, useEffect } from 'react';
import { ComboBoxStateContext, Popover } from 'react-aria-components';
import './float.css';

export interface ListWithFieldProps {
  /** The field that the list belongs to. */
  field: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/**
 * The list of a field into which one types. It goes along when what holds the field scrolls, as it does by itself when a
 * field below the edge gets the focus; it closes once the field is out of sight. The library would close it at once.
 */
export function ListWithField({ field, children }: ListWithFieldProps) {
  const state = useContext(ComboBoxStateContext);
  const isOpen = state?.isOpen ?? false;
  useEffect(() => {
    if (!isOpen) return;
    const follow = ({ target }: Event) => {
      const own = field.current;
      if (!own || !(target instanceof Node) || !target.contains(own)) return;
      if (!isInSight(own, target)) state?.close();
      // The library places what floats anew when the window changes its size, and not when something scrolls.
      else window.dispatchEvent(new Event('resize'));
    };
    window.addEventListener('scroll', follow, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', follow, { capture: true });
  }, [isOpen, state, field]);
  return (
    <Popover className="wm-float" offset={4} isOpen={isOpen} onOpenChange={leaveToField}>
      {children}
    </Popover>
  );
}

/** The field itself closes its list, by a choice, by Escape and when it is left. */
function leaveToField(): void {}

function isInSight(field: HTMLElement, scrolled: Node): boolean {
  const { top, bottom } = field.getBoundingClientRect();
  const edge =
    scrolled instanceof Element ? scrolled.getBoundingClientRect() : new DOMRect(0, 0, innerWidth, innerHeight);
  return bottom > edge.top && top < edge.bottom;
}
