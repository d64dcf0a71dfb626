import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog, type DialogProps } from '#ui/dialog.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';

export interface WritingDialogProps extends Pick<DialogProps, 'title' | 'size' | 'role' | 'onClose'> {
  /** What happens: “Add team”. Never “OK”. */
  readonly act: string;
  readonly onAct: () => void;
  readonly isPending: boolean;
  /** Why it did not work; null also where a field says so already. */
  readonly error: Error | null;
  /** It takes something away: focus starts on Cancel. */
  readonly isDestructive?: boolean;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** A window that leads to one act on the server: what the act needs or means, Cancel, and why it failed. */
export function WritingDialog(props: WritingDialogProps) {
  const { act, onAct, isPending, error, isDestructive = false, isDisabled = false, children, ...window } = props;
  return (
    <Dialog
      {...window}
      isOpen
      actions={
        <>
          <Button onPress={window.onClose} autoFocus={isDestructive}>
            Cancel
          </Button>
          <Button
            variant={isDestructive ? 'danger' : 'primary'}
            onPress={onAct}
            isPending={isPending}
            isDisabled={isDisabled}
          >
            {act}
          </Button>
        </>
      }
    >
      <div className="wc-stack">
        {error ? <FailureBanner error={error} /> : null}
        {children}
      </div>
    </Dialog>
  );
}
