import { CircleAlert, CircleCheck, Info, TriangleAlert, X } from 'lucide-react';
import {
  UNSTABLE_Toast as AriaToast,
  UNSTABLE_ToastContent as AriaToastContent,
  UNSTABLE_ToastRegion as AriaToastRegion,
  Button,
  Text,
} from 'react-aria-components';
import type { Tone } from './banner.tsx';
import { toastQueue } from './toasts.ts';
import { words } from './words.ts';
import './field.css';
import './toast.css';

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert } satisfies Record<
  Tone,
  unknown
>;

/** Shows what {@link showToast} says; once a page. F6 moves the focus to it. */
export function ToastRegion() {
  return (
    <AriaToastRegion queue={toastQueue} className="wm-toasts" aria-label={words.notifications}>
      {({ toast }) => {
        const { text, tone = 'success', onUndo } = toast.content;
        const Icon = ICONS[tone];
        return (
          <AriaToast toast={toast} className={`wm-toast wm-toast-${tone}`}>
            <Icon aria-hidden="true" />
            <AriaToastContent className="wm-toast-words">
              <Text slot="title">{text}</Text>
            </AriaToastContent>
            {onUndo ? (
              <Button
                className="wm-toast-undo"
                onPress={() => {
                  onUndo();
                  toastQueue.close(toast.key);
                }}
              >
                {words.undo}
              </Button>
            ) : null}
            <Button slot="close" className="wm-toast-close" aria-label={words.close}>
              <X />
            </Button>
          </AriaToast>
        );
      }}
    </AriaToastRegion>
  );
}
