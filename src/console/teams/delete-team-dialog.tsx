import { useQuery } from '@tanstack/react-query';
import { counts, type Reference } from '#api/references.ts';
import { type Team, teamRoutes } from '#api/teams.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { showToast } from '#ui/toasts.ts';
import { FailureBanner, Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
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
  const isKept = uses.data !== undefined && (uses.data.waiting > 0 || uses.data.items.some(isLive));
  return (
    <Dialog
      title={`Delete “${team.name}”?`}
      isOpen
      onClose={onClose}
      size="small"
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button
            variant="danger"
            onPress={() => remove.mutate({ params })}
            isPending={remove.isPending}
            isDisabled={uses.data === undefined || isKept}
          >
            Delete team
          </Button>
        </>
      }
    >
      <div className="wc-stack">
        {remove.error ? <FailureBanner error={remove.error} /> : null}
        <Loaded query={uses} lines={3}>
          {({ items, waiting }) => (
            <>
              {isKept ? <Kept waiting={waiting} isLive={items.some(isLive)} /> : <Gone items={items} />}
              <ReferenceList references={items} />
            </>
          )}
        </Loaded>
      </div>
    </Dialog>
  );
}

function isLive(reference: Reference): boolean {
  return reference.place.kind === 'version' && reference.place.status === 'live' && counts(reference);
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
