import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { connectionRoutes } from '#api/connections.ts';
import { connectionKey } from '#api/identifier.ts';
import { failedWith } from '#ui/http/failure-words.ts';
import { TextField } from '#ui/text-field.tsx';
import { connectionAddress } from '../app/addresses.ts';
import { useKeyFollowingName } from '../app/key-following-name.ts';
import { useAccountId } from '../app/who.tsx';
import { WritingDialog } from '../app/writing-dialog.tsx';
import { fieldError } from '../data/failure.ts';
import { useWriting } from '../data/writing.ts';

/** Names a connection; its settings are entered on its own page. */
export function AddConnectionDialog({ onClose }: { readonly onClose: () => void }) {
  const account = useAccountId();
  const router = useRouter();
  const [name, setName] = useState('');
  const [keyText, setKeyText] = useKeyFollowingName(name);
  const [isChecked, setChecked] = useState(false);
  const make = useWriting(connectionRoutes.create, (made) => router.history.push(connectionAddress(account, made.key)));
  const key = connectionKey.safeParse(keyText);
  const isTaken = failedWith(make.error, 'connection.key-taken');
  const submit = () => {
    setChecked(true);
    if (name.trim() === '' || !key.success) return;
    const body = { key: key.data, name: name.trim(), kind: 'http' as const, live: null, test: null };
    make.mutate({ params: { account }, body });
  };
  const keyError = () => {
    if (isTaken) return 'There is a connection with this key already. Choose another key.';
    if (!isChecked || key.success) return undefined;
    return 'Begin with a letter; use small letters, digits and _ only.';
  };
  return (
    <WritingDialog
      title="Add a connection"
      onClose={onClose}
      size="small"
      act="Add connection"
      onAct={submit}
      isPending={make.isPending}
      error={isTaken ? null : make.error}
    >
      <TextField
        label="Name"
        description="What people call the outside system."
        value={name}
        onChange={setName}
        autoFocus
        error={isChecked && name.trim() === '' ? 'Give the connection a name.' : fieldError(make.error, 'name')}
      />
      <TextField
        label="Key"
        description="Elements call the connection by it, such as crm. It never changes."
        value={keyText}
        onChange={setKeyText}
        autoComplete="off"
        error={keyError()}
      />
    </WritingDialog>
  );
}
