import { useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type Connection, connectionRoutes } from '#api/connections.ts';
import { isLiveUse } from '#api/references.ts';
import { Banner } from '#ui/banner.tsx';
import { showToast } from '#ui/toasts.ts';
import { administrationAddress } from '../app/addresses.ts';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import { DeletionDialog } from '../references/deletion-dialog.tsx';
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
  return (
    <DeletionDialog
      name={connection.name}
      size="small"
      onClose={onClose}
      uses={uses}
      mayDelete={({ items }) => !items.some(isLiveUse)}
      act="Delete connection"
      onDelete={() => remove.mutate({ params })}
      isPending={remove.isPending}
      error={remove.error}
    >
      {({ items }) => (
        <>
          {items.some(isLiveUse) ? (
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
    </DeletionDialog>
  );
}
