import { useEffect, useRef } from 'react';

/**
 * Holds the keys while what shall take them is on its way: letters that were meant for a field must not become commands of
 * the map. Escape leaves. Those of the browser, such as reloading, stay.
 */
export function useKeysHeld(isHeld: boolean, onEscape: () => void): void {
  const leave = useRef(onEscape);
  leave.current = onEscape;
  useEffect(() => {
    if (!isHeld) return;
    const hold = (event: KeyboardEvent) => {
      event.stopImmediatePropagation();
      if (event.ctrlKey || event.metaKey || /^F\d+$/.test(event.key)) return;
      event.preventDefault();
      if (event.key === 'Escape') leave.current();
    };
    window.addEventListener('keydown', hold, true);
    return () => window.removeEventListener('keydown', hold, true);
  }, [isHeld]);
}
