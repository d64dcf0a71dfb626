import type { ReactNode } from 'react';
import { Loaded, type LoadedProps } from '../app/loaded.tsx';
import { WritingDialog, type WritingDialogProps } from '../app/writing-dialog.tsx';

export interface DeletionDialogProps<Uses>
  extends Pick<WritingDialogProps, 'size' | 'onClose' | 'act' | 'isPending' | 'error'> {
  /** What goes, as people call it. */
  readonly name: string;
  /** Who uses it: nothing is deleted before that is on the screen. */
  readonly uses: LoadedProps<Uses>['query'];
  readonly mayDelete: (uses: Uses) => boolean;
  readonly onDelete: () => void;
  /** What follows from it, and who uses it. */
  readonly children: (uses: Uses) => ReactNode;
}

/** Shows who uses something of the account before it is gone for good. */
export function DeletionDialog<Uses>(props: DeletionDialogProps<Uses>) {
  const { name, uses, mayDelete, onDelete, children, ...rest } = props;
  return (
    <WritingDialog
      {...rest}
      title={`Delete “${name}”?`}
      role="alertdialog"
      onAct={onDelete}
      isDestructive
      isDisabled={uses.data === undefined || !mayDelete(uses.data)}
    >
      <Loaded query={uses} lines={3}>
        {children}
      </Loaded>
    </WritingDialog>
  );
}
