import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { words } from './words.ts';

export interface ConfirmDialogProps {
  /** The question: "Delete this Interaction?" */
  title: string;
  /** What follows from it, and whether it can be undone. */
  children: ReactNode;
  /** What happens: "Delete Interaction". Never "OK". */
  confirmLabel: string;
  isOpen: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  /** It destroys something: focus starts on Cancel. */
  isDestructive?: boolean;
  isPending?: boolean;
}

/** Asks before something that cannot be undone. What can be undone is done at once, with a toast that undoes it. */
export function ConfirmDialog({
  title,
  children,
  confirmLabel,
  isOpen,
  onConfirm,
  onCancel,
  isDestructive = false,
  isPending = false,
}: ConfirmDialogProps) {
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onCancel}
      size="small"
      role="alertdialog"
      actions={
        <>
          <Button onPress={onCancel} autoFocus={isDestructive}>
            {words.cancel}
          </Button>
          <Button
            variant={isDestructive ? 'danger' : 'primary'}
            onPress={onConfirm}
            autoFocus={!isDestructive}
            isPending={isPending}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
