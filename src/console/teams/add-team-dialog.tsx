import { useState } from 'react';
import { type Team, teamRoutes } from '#api/teams.ts';
import { failedWith } from '#ui/http/failure-words.ts';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { useAccountId } from '../app/who.tsx';
import { WritingDialog } from '../app/writing-dialog.tsx';
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
    <WritingDialog
      title="Add a team"
      onClose={onClose}
      size="small"
      act="Add team"
      onAct={submit}
      isPending={add.isPending}
      error={isTaken ? null : add.error}
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        autoComplete="off"
        autoFocus
        maxLength={200}
        error={nameError(isChecked && name.trim() === '', isTaken)}
      />
    </WritingDialog>
  );
}

/** What is wrong with the name of a team. */
export function nameError(isMissing: boolean, isTaken: boolean): string | undefined {
  if (isMissing) return 'Enter the name that everybody will see.';
  return isTaken ? 'There is a team of this name already. Choose another name.' : undefined;
}
