import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { showToast } from '#ui/toasts.ts';
import { faceOfAct, type VersionAct, type VersionPlace } from './acts.ts';

export interface ActDialogProps {
  readonly act: VersionAct;
  readonly place: VersionPlace;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Asks for the note or reason of an act on a version, says what follows, and does it. */
export function ActDialog({ act, place, onClose, onDone }: ActDialogProps) {
  const face = faceOfAct(act);
  const [text, setText] = useState('');
  const [isChecked, setChecked] = useState(false);
  const client = useQueryClient();
  const isMissing = face.text?.isRequired === true && text.trim() === '';
  const perform = useMutation({
    mutationFn: () => face.perform(place, text.trim()),
    onSuccess: () => {
      showToast({ text: face.done(place.version) });
      onClose();
      onDone?.();
      return client.invalidateQueries();
    },
  });
  const confirm = () => {
    setChecked(true);
    if (!isMissing) perform.mutate();
  };
  return (
    <Dialog
      title={face.title(place.version)}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant={face.isDanger ? 'danger' : 'primary'}
            onPress={confirm}
            isPending={perform.isPending}
            autoFocus={!face.text}
          >
            {face.confirm(place.version)}
          </Button>
        </>
      }
    >
      <div className="wc-stack">
        <p>{face.says}</p>
        {perform.error ? <FailureBanner error={perform.error} /> : null}
        {face.text ? (
          <TextArea
            label={face.text.label}
            isOptional={!face.text.isRequired}
            value={text}
            onChange={setText}
            error={isChecked && isMissing ? 'Say what has to change, so that the designer can act on it.' : undefined}
            autoFocus
          />
        ) : null}
      </div>
    </Dialog>
  );
}
