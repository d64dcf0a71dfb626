import { useQuery } from '@tanstack/react-query';
import { isLiveUse, type Reference } from '#api/references.ts';
import { type Team, teamRoutes } from '#api/teams.ts';
import { Banner } from '#ui/banner.tsx';
import { showToast } from '#ui/toasts.ts';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import { DeletionDialog } from '../references/deletion-dialog.tsx';
import { ReferenceList } from '../references/reference-list.tsx';
import { counted } from '../words/count.ts';

export interface DeleteTeamDialogProps {
  readonly team: Pick<Team, 'id' | 'name'>;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** Shows which sessions go to the team before it is gone for good. */
export function DeleteTeamDialog({ team, onClose, onDeleted }: DeleteTeamDialogProps) {
  const account = useAccountId();
  const params = { account, team: team.id };
  const uses = useQuery(reading(teamRoutes.uses, params));
  const remove = useWriting(teamRoutes.delete, () => {
    showToast({ text: `Team “${team.name}” deleted` });
    onDeleted();
  });
  return (
    <DeletionDialog
      name={team.name}
      size="small"
      onClose={onClose}
      uses={uses}
      mayDelete={(known) => !isKept(known)}
      act="Delete team"
      onDelete={() => remove.mutate({ params })}
      isPending={remove.isPending}
      error={remove.error}
    >
      {({ items, waiting }) => (
        <>
          {isKept({ items, waiting }) ? (
            <Kept waiting={waiting} isLive={items.some(isLiveUse)} />
          ) : (
            <Gone items={items} />
          )}
          <ReferenceList references={items} />
        </>
      )}
    </DeletionDialog>
  );
}

/** Sessions wait for it, or live versions hand some to it. */
function isKept({ items, waiting }: { readonly items: readonly Reference[]; readonly waiting: number }): boolean {
  return waiting > 0 || items.some(isLiveUse);
}

function Kept({ waiting, isLive }: { readonly waiting: number; readonly isLive: boolean }) {
  return (
    <Banner tone="warning" title="Sessions are handed to it">
      {waiting === 0 ? null : `${waitingWords(waiting)} `}
      {isLive ? 'Live versions hand sessions to it: make versions live that do without it, or retire those. ' : null}
      Then it can be deleted.
    </Banner>
  );
}

function waitingWords(waiting: number): string {
  if (waiting === 1) return '1 session waits for somebody of it to take it.';
  return `${counted(waiting, 'session')} wait for somebody of it to take them.`;
}

function Gone({ items }: { readonly items: readonly Reference[] }) {
  return (
    <p>
      The people in it stay in the account; their supervisors do not see their sessions any more. It cannot be brought
      back.
      {items.length === 0 ? '' : ' These hand sessions to it, and would hand them to nobody:'}
    </p>
  );
}
