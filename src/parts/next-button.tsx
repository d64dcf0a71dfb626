/** @jsxImportSource preact */
import type { ViewProps } from './view.ts';

/** The button that leaves the page; where it asks nothing the focus stands on it. */
export function NextButton({ view, label, first }: { view: ViewProps; label: string; first: boolean }) {
  if (view.readOnly) return null;
  return (
    <button
      type="button"
      class="next"
      aria-disabled={view.busy}
      data-first={first || undefined}
      onClick={() => !view.busy && view.leave()}
    >
      {label}
    </button>
  );
}
