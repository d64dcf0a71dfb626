import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { connectionRoutes } from '#api/connections.ts';
import { connectionKey } from '#api/identifier.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/text-field.tsx';
import { connectionAddress } from '../app/addresses.ts';
import { FailureBanner } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { failedWith, fieldError } from '../data/failure.ts';
import { useWriting } from '../data/writing.ts';
import { keyFor } from './key-for.ts';

/** Names a connection; its settings are entered on its own page. */
export function AddConnectionDialog({ onClose }: { readonly onClose: () => void }) {
  const account = useAccountId();
  const router = useRouter();
  const [name, setName] = useState('');
  /** Undefined while it follows the name. */
  const [typedKey, setKey] = useState<string>();
  const [isChecked, setChecked] = useState(false);
  const make = useWriting(connectionRoutes.create, (made) => router.history.push(connectionAddress(account, made.key)));
  const text = typedKey ?? keyFor(name);
  const key = connectionKey.safeParse(text);
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
    <Dialog
      title="Add a connection"
      isOpen
      onClose={onClose}
      size="small"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={submit} isPending={make.isPending}>
            Add connection
          </Button>
        </>
      }
    >
      <div className="wc-stack">
        {make.error && !isTaken ? <FailureBanner error={make.error} /> : null}
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
          value={text}
          onChange={setKey}
          autoComplete="off"
          error={keyError()}
        />
      </div>
    </Dialog>
  );
}
