import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { interactionRoutes } from '#api/interactions.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { showToast } from '#ui/toasts.ts';
import { dayWords } from '#ui/when.ts';
import { Loaded } from '../app/loaded.tsx';
import { useTimeZone } from '../app/who.tsx';
import { call } from '../data/call.ts';
import { reading } from '../data/reading.ts';
import { counted } from '../words/count.ts';

export interface DeleteDialogProps {
  readonly account: AccountId;
  readonly interactions: readonly { readonly id: InteractionId; readonly name: string }[];
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Shows what deleting means, for each Interaction; then moves them to the trash, from where a toast brings them back. */
export function DeleteDialog({ account, interactions, onClose, onDone }: DeleteDialogProps) {
  const client = useQueryClient();
  const what = interactions.length === 1 ? `“${interactions[0]?.name}”` : counted(interactions.length, 'Interaction');
  const each = (perform: (interaction: InteractionId) => Promise<unknown>) =>
    Promise.all(interactions.map(({ id }) => perform(id)));
  const restore = async () => {
    await each((interaction) => call(interactionRoutes.restore, { account, interaction }));
    await client.invalidateQueries();
  };
  const remove = useMutation({
    mutationFn: () => each((interaction) => call(interactionRoutes.delete, { account, interaction })),
    onSuccess: () => {
      showToast({
        text: `${what} moved to the trash`,
        onUndo: () => {
          restore().catch(() =>
            showToast({ tone: 'danger', text: `${what} could not be restored. Look in the trash.` }),
          );
        },
      });
      onClose();
      onDone?.();
    },
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <Dialog
      title={`Delete ${what}?`}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button variant="danger" onPress={() => remove.mutate()} isPending={remove.isPending}>
            Move to trash
          </Button>
        </>
      }
    >
      <div className="wc-stack">
        {remove.error ? <FailureBanner error={remove.error} /> : null}
        {interactions.map((interaction) => (
          <Consequences
            key={interaction.id}
            account={account}
            interaction={interaction}
            isNamed={interactions.length > 1}
          />
        ))}
      </div>
    </Dialog>
  );
}

function Consequences(props: {
  readonly account: AccountId;
  readonly interaction: DeleteDialogProps['interactions'][number];
  readonly isNamed: boolean;
}) {
  const { account, interaction, isNamed } = props;
  const zone = useTimeZone();
  const preview = useQuery(reading(interactionRoutes.deletion, { account, interaction: interaction.id }));
  return (
    <section className="wc-stack-tight">
      {isNamed ? <h3>{interaction.name}</h3> : null}
      <Loaded query={preview} lines={3}>
        {(deletion) => (
          <>
            {deletion.running + deletion.paused > 0 ? (
              <Banner tone="info" title={`${counted(deletion.running, 'session')} running, ${deletion.paused} paused`}>
                They finish on their own version. No new session starts.
              </Banner>
            ) : null}
            <p>
              {counted(deletion.versions, 'version')}
              {deletion.openChangeRequests > 0
                ? ` and ${counted(deletion.openChangeRequests, 'open change request')}`
                : ''}{' '}
              go to the trash and can be restored until {dayWords(deletion.keptUntil, zone)}. Reports stay readable.
            </p>
          </>
        )}
      </Loaded>
    </section>
  );
}
