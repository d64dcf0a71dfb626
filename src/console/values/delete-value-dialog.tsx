import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { counts } from '#api/references.ts';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { showToast } from '#ui/toasts.ts';
import { FailureBanner, Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
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
    <Dialog
      title={`Delete “${value.label}”?`}
      isOpen
      onClose={onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onClose} autoFocus>
            Cancel
          </Button>
          <Button
            variant="danger"
            isPending={remove.isPending}
            isDisabled={!uses.data || (isUsed && !isKnown)}
            onPress={() =>
              remove.mutate({
                params,
                ...(isUsed ? { query: { used: 'true' as const } } : {}),
                ifMatch: `"${value.revision}"`,
              })
            }
          >
            Delete value
          </Button>
        </>
      }
    >
      <div className="wc-stack">
        {remove.error ? <FailureBanner error={remove.error} /> : null}
        <Loaded query={uses} lines={3}>
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
        </Loaded>
      </div>
    </Dialog>
  );
}
