import { useState } from 'react';
import { type Team, teamRoutes } from '#api/teams.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { failedWith } from '#ui/http/failure-words.ts';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { useAccountId } from '../app/who.tsx';
import { useWriting } from '../data/writing.ts';
import { nameError } from './add-team-dialog.tsx';
import { TeamMembers } from './team-members.tsx';

export interface TeamDialogProps {
  readonly team: Team;
  readonly onClose: () => void;
  readonly onDelete: () => void;
}

/** What a team is called and who is in it. People are put in and taken out at once; the name waits for its button. */
export function TeamDialog({ team, onClose, onDelete }: TeamDialogProps) {
  const account = useAccountId();
  const [name, setName] = useState(team.name);
  const mayChange = team.abilities.includes('change');
  const rename = useWriting(teamRoutes.rename, (renamed) => {
    showToast({ text: `Team “${renamed.name}” saved` });
    onClose();
  });
  const isTaken = failedWith(rename.error, 'team.name-taken');
  const isMissing = name.trim() === '';
  const isRenamed = name.trim() !== team.name;
  return (
    <Dialog
      title={`Team “${team.name}”`}
      isOpen
      onClose={onClose}
      actions={
        <>
          {team.abilities.includes('delete') ? (
            <Button variant="danger" onPress={onDelete}>
              Delete team
            </Button>
          ) : null}
          {isRenamed ? (
            <Button
              variant="primary"
              onPress={() => rename.mutate({ params: { account, team: team.id }, body: { name: name.trim() } })}
              isPending={rename.isPending}
              isDisabled={isMissing}
            >
              Save name
            </Button>
          ) : (
            <Button onPress={onClose}>Done</Button>
          )}
        </>
      }
    >
      <div className="wc-stack">
        {rename.error && !isTaken ? <FailureBanner error={rename.error} /> : null}
        {mayChange ? (
          <TextField
            label="Name"
            value={name}
            onChange={setName}
            maxLength={200}
            autoComplete="off"
            error={nameError(isMissing, isTaken)}
          />
        ) : null}
        <TeamMembers team={team} />
      </div>
    </Dialog>
  );
}
