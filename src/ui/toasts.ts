import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import type { Tone } from './banner.tsx';

export interface Toast {
  /** What happened: "Interaction deleted". */
  readonly text: string;
  readonly tone?: Tone | undefined;
  /** Takes it back. */
  readonly onUndo?: (() => void) | undefined;
}

/** Milliseconds; they stop while the pointer or the focus is on the toasts. */
const SHOWN_FOR = 6_000;
const SHOWN_WITH_UNDO_FOR = 12_000;

/** The one queue of the page; the toast region of the shell shows it. */
export const toastQueue = new ToastQueue<Toast>({ maxVisibleToasts: 3 });

/** Says briefly what happened. What failed stays until it is closed; what must not be missed belongs in a banner. */
export function showToast(toast: Toast): void {
  if (toast.tone === 'danger') toastQueue.add(toast);
  else toastQueue.add(toast, { timeout: toast.onUndo ? SHOWN_WITH_UNDO_FOR : SHOWN_FOR });
}
