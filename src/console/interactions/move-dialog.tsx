import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { folderRoutes } from '#api/folders.ts';
import { interactionRoutes } from '#api/interactions.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { Select } from '#ui/select.tsx';
import { showToast } from '#ui/toasts.ts';
import { Loaded } from '../app/loaded.tsx';
import { WritingDialog } from '../app/writing-dialog.tsx';
import { call } from '../data/call.ts';
import { reading } from '../data/reading.ts';
import { counted } from '../words/count.ts';

const NONE = 'none';

export interface MoveDialogProps {
  readonly account: AccountId;
  readonly interactions: readonly InteractionId[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Moves Interactions to another folder. */
export function MoveDialog({ account, interactions, onClose, onDone }: MoveDialogProps) {
  const client = useQueryClient();
  const folders = useQuery(reading(folderRoutes.list, { account }));
  const [chosen, setChosen] = useState<string>(NONE);
  const what = counted(interactions.length, 'Interaction');
  const move = useMutation({
    mutationFn: () => {
      const folder = folders.data?.items.find(({ id }) => id === chosen)?.id ?? null;
      return Promise.all(
        interactions.map((interaction) =>
          call(interactionRoutes.change, { account, interaction }, { body: { folder } }),
        ),
      );
    },
    onSuccess: () => {
      showToast({ text: `${what} moved` });
      onClose();
      onDone();
    },
    onSettled: () => client.invalidateQueries(),
  });
  return (
    <WritingDialog
      title={`Move ${what}`}
      onClose={onClose}
      size="small"
      act={`Move ${what}`}
      onAct={() => move.mutate()}
      isPending={move.isPending}
      error={move.error}
    >
      <Loaded query={folders} lines={2}>
        {({ items }) => (
          <Select
            label="Folder"
            options={[
              { id: NONE, label: 'No folder' },
              ...items.map(({ id, name }) => ({ id: id as string, label: name })),
            ]}
            value={chosen}
            onChange={setChosen}
          />
        )}
      </Loaded>
    </WritingDialog>
  );
}
