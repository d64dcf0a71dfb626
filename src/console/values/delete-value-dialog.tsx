import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { counts } from '#api/references.ts';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import { Banner } from '#ui/banner.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { showToast } from '#ui/toasts.ts';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import { DeletionDialog } from '../references/deletion-dialog.tsx';
import { ReferenceList } from '../references/reference-list.tsx';

export interface DeleteValueDialogProps {
  readonly value: AccountValue;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Shows who reads the value before it goes; where somebody does, it asks once more. */
export function DeleteValueDialog({ value, onClose, onDone }: DeleteValueDialogProps) {
  const account = useAccountId();
  const params = { account, value: value.key };
  const uses = useQuery(reading(valueRoutes.uses, params));
  const [isKnown, setKnown] = useState(false);
  const remove = useWriting(valueRoutes.delete, () => {
    showToast({ text: `Value “${value.label}” deleted` });
    onDone();
  });
  const isUsed = uses.data?.items.some(counts) ?? false;
  return (
    <DeletionDialog
      name={value.label}
      onClose={onClose}
      uses={uses}
      mayDelete={({ items }) => isKnown || !items.some(counts)}
      act="Delete value"
      onDelete={() =>
        remove.mutate({
          params,
          ...(isUsed ? { query: { used: 'true' as const } } : {}),
          ifMatch: `"${value.revision}"`,
        })
      }
      isPending={remove.isPending}
      error={remove.error}
    >
      {({ items }) =>
        items.length === 0 ? (
          <p>No live version, draft or working copy reads it. It cannot be brought back.</p>
        ) : !items.some(counts) ? (
          <>
            <p>Only what is in the trash reads it. It cannot be brought back.</p>
            <ReferenceList references={items} />
          </>
        ) : (
          <>
            <Banner tone="warning" title="It is in use">
              Texts that read it would show nothing there, and rules would find no value. It cannot be brought back.
            </Banner>
            <ReferenceList references={items} />
            <Checkbox isSelected={isKnown} onChange={setKnown}>
              Delete it all the same
            </Checkbox>
          </>
        )
      }
    </DeletionDialog>
  );
}
