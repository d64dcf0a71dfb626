import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type Connection, connectionRoutes } from '#api/connections.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { showToast } from '#ui/toasts.ts';
import { administrationAddress } from '../app/addresses.ts';
import { FailureBanner, Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import { ReferenceList } from '../references/reference-list.tsx';

export interface DeleteConnectionDialogProps {
  readonly connection: Pick<Connection, 'key' | 'name'>;
  readonly onClose: () => void;
}

/** Shows who uses the connection before it is gone for good. */
export function DeleteConnectionDialog({ connection, onClose }: DeleteConnectionDialogProps) {
  const account = useAccountId();
  const router = useRouter();
  const params = { account, connection: connection.key };
  const uses = useQuery(reading(connectionRoutes.uses, params, { limit: 200 }));
  const remove = useWriting(connectionRoutes.delete, () => {
    showToast({ text: `“${connection.name}” deleted` });
    router.history.push(administrationAddress(account, 'connections'));
  });
  const isLive = uses.data?.items.some(({ place, interaction }) => {
    return place.kind === 'version' && place.status === 'live' && !interaction.trashed;
  });
  return (
    <Dialog
      title={`Delete “${connection.name}”?`}
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button
            variant="danger"
            onPress={() => remove.mutate({ params })}
            isPending={remove.isPending}
            isDisabled={uses.data === undefined || isLive === true}
          >
            Delete connection
          </Button>
        </>
      }
    >
      <div className="wc-stack">
        {remove.error ? <FailureBanner error={remove.error} /> : null}
        <Loaded query={uses} lines={3}>
          {({ items }) => (
            <>
              {isLive ? (
                <Banner tone="warning" title="Live versions use it">
                  Make versions live that do without it, or retire those that use it. Then it can be deleted.
                </Banner>
              ) : (
                <p>
                  Its settings and secrets are gone at once and cannot be brought back.
                  {items.length === 0 ? ' Nothing uses it.' : ' These use it, and their calls will fail:'}
                </p>
              )}
              <ReferenceList references={items} />
            </>
          )}
        </Loaded>
      </div>
    </Dialog>
  );
}
