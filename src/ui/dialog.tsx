import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { words } from './words.ts';
import './field.css';
import './dialog.css';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the one that acts last. */
  actions?: ReactNode;
  size?: 'small' | 'medium' | 'large';
  /** For what must be answered: a press outside does not close it. */
  role?: 'dialog' | 'alertdialog';
}

/** A window over the page; Escape closes it, focus returns to where it was. */
export function Dialog({ title, isOpen, onClose, children, actions, size = 'medium', role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay
      className="wm-backdrop"
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable={role === 'dialog'}
    >
      <Modal className={`wm-dialog wm-dialog-${size}`}>
        <AriaDialog className="wm-dialog-frame" role={role}>
          <header className="wm-dialog-head">
            <Heading slot="title" className="wm-dialog-title">
              {title}
            </Heading>
            {role === 'dialog' ? (
              <Button slot="close" className="wm-input-button" aria-label={words.close}>
                <X />
              </Button>
            ) : null}
          </header>
          <div className="wm-dialog-body">{children}</div>
          {actions ? <footer className="wm-dialog-actions">{actions}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
