import { useQuery } from '@tanstack/react-query';
import { type Outcome, outcomeRoutes } from '#api/outcomes.ts';
import { counts } from '#api/references.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { showToast } from '#ui/toasts.ts';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import { ReferenceList } from '../references/reference-list.tsx';
import { counted } from '../words/count.ts';
import { labelWords } from './words.ts';

export interface DeleteOutcomeDialogProps {
  readonly outcome: Outcome;
  readonly onClose: () => void;
  readonly onMerge: () => void;
}

/** Deletes an outcome that was never given; of one in use it shows where, and what can be done instead. */
export function DeleteOutcomeDialog({ outcome, onClose, onMerge }: DeleteOutcomeDialogProps) {
  const account = useAccountId();
  const params = { account, outcome: outcome.key };
  const uses = useQuery(reading(outcomeRoutes.uses, params));
  const remove = useWriting(outcomeRoutes.delete, () => {
    showToast({ text: `Outcome “${labelWords(outcome)}” deleted` });
    onClose();
  });
  const retire = useWriting(outcomeRoutes.change, () => {
    showToast({ text: `Outcome “${labelWords(outcome)}” retired` });
    onClose();
  });
  const isUsed = uses.data !== undefined && (uses.data.items.some(counts) || uses.data.sessions > 0);
  const error = remove.error ?? retire.error;
  return (
    <Dialog
      title={`Delete “${labelWords(outcome)}”?`}
      isOpen
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          {isUsed ? (
            <>
              {outcome.abilities.includes('merge') ? <Button onPress={onMerge}>Merge into another one</Button> : null}
              {outcome.abilities.includes('retire') ? (
                <Button
                  variant="primary"
                  isPending={retire.isPending}
                  onPress={() => retire.mutate({ params, body: { retired: true }, ifMatch: `"${outcome.revision}"` })}
                >
                  Retire outcome
                </Button>
              ) : null}
            </>
          ) : (
            <Button
              variant="danger"
              isPending={remove.isPending}
              isDisabled={!uses.data}
              onPress={() => remove.mutate({ params })}
            >
              Delete outcome
            </Button>
          )}
        </>
      }
    >
      <div className="wc-stack">
        {error ? <FailureBanner error={error} /> : null}
        <Loaded query={uses} lines={3}>
          {({ items, sessions }) =>
            !items.some(counts) && sessions === 0 ? (
              <>
                <p>
                  {items.length === 0 ? 'No Interaction gives it' : 'Only what is in the trash gives it'} and no session
                  ended with it. It cannot be brought back.
                </p>
                <ReferenceList references={items} />
              </>
            ) : (
              <>
                <Banner tone="warning" title="It is in use and cannot be deleted">
                  {sessions > 0 ? `${counted(sessions, 'session')} ended so. ` : ''}
                  Retired, it keeps its words where it was given and is offered to nobody any more.
                </Banner>
                <ReferenceList references={items} />
              </>
            )
          }
        </Loaded>
      </div>
    </Dialog>
  );
}
