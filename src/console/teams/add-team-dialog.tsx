import { useState } from 'react';
import { type Team, teamRoutes } from '#api/teams.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { FailureBanner } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { failedWith } from '../data/failure.ts';
import { useWriting } from '../data/writing.ts';

export interface AddTeamDialogProps {
  readonly onClose: () => void;
  readonly onAdded: (team: Team) => void;
}

/** Makes a team by its name; people are put in next. */
export function AddTeamDialog({ onClose, onAdded }: AddTeamDialogProps) {
  const account = useAccountId();
  const [name, setName] = useState('');
  const [isChecked, setChecked] = useState(false);
  const add = useWriting(teamRoutes.create, (team) => {
    showToast({ text: `Team “${team.name}” added` });
    onAdded(team);
  });
  const isTaken = failedWith(add.error, 'team.name-taken');
  const submit = () => {
    setChecked(true);
    if (name.trim() !== '') add.mutate({ params: { account }, body: { name: name.trim() } });
  };
  return (
    <Dialog
      title="Add a team"
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={submit} isPending={add.isPending}>
            Add team
          </Button>
        </>
      }
    >
      <div className="wc-stack">
        {add.error && !isTaken ? <FailureBanner error={add.error} /> : null}
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          autoComplete="off"
          autoFocus
          maxLength={200}
          error={nameError(isChecked && name.trim() === '', isTaken)}
        />
      </div>
    </Dialog>
  );
}

/** What is wrong with the name of a team. */
export function nameError(isMissing: boolean, isTaken: boolean): string | undefined {
  if (isMissing) return 'Enter the name that everybody will see.';
  return isTaken ? 'There is a team of this name already. Choose another name.' : undefined;
}
