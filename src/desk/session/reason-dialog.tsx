import { type FormEvent, useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/text-field.tsx';

interface ReasonDialogProps {
  readonly title: string;
  readonly about: string;
  readonly confirmLabel: string;
  readonly isDestructive?: boolean;
  confirm(reason: string): void;
  close(): void;
}

/** Asks why, briefly; a reason helps whoever goes on, but nobody is held up for one. */
export function ReasonDialog({ title, about, confirmLabel, isDestructive = false, confirm, close }: ReasonDialogProps) {
  const [reason, setReason] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm(reason.trim());
  };
  return (
    <Dialog title={title} isOpen onClose={close} size="small">
      <form className="desk-reason" onSubmit={submit}>
        <p>{about}</p>
        <TextField label="Reason" isOptional value={reason} onChange={setReason} maxLength={500} autoFocus />
        <div className="desk-reason-acts">
          <Button onPress={close}>Go on with the call</Button>
          <Button type="submit" variant={isDestructive ? 'danger' : 'primary'}>
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
