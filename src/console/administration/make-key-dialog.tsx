import { useState } from 'react';
import { apiKeyRoutes } from '#api/api-keys.ts';
import type { Role } from '#api/permissions.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { useAccountId } from '../app/who.tsx';
import { WritingDialog } from '../app/writing-dialog.tsx';
import { useWriting } from '../data/writing.ts';
import { RolesField } from './roles-field.tsx';

/** Makes a key and shows it once. */
export function MakeKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const account = useAccountId();
  const [name, setName] = useState('');
  const [roles, setRoles] = useState<Role[]>([]);
  const [isChecked, setChecked] = useState(false);
  const make = useWriting(apiKeyRoutes.create);
  if (make.data) return <MadeKey name={make.data.name} secret={make.data.key} onClose={onClose} />;
  const submit = () => {
    setChecked(true);
    if (name.trim() !== '' && roles.length > 0)
      make.mutate({ params: { account }, body: { name: name.trim(), roles } });
  };
  return (
    <WritingDialog
      title="Make an API key"
      onClose={onClose}
      act="Make key"
      onAct={submit}
      isPending={make.isPending}
      error={make.error}
    >
      <TextField
        label="Name"
        description="What uses it, so that you know later which one to withdraw."
        value={name}
        onChange={setName}
        autoFocus
        error={isChecked && name.trim() === '' ? 'Give the key a name.' : undefined}
      />
      <RolesField
        value={roles}
        onChange={setRoles}
        error={isChecked && roles.length === 0 ? 'Choose at least one role.' : undefined}
      />
    </WritingDialog>
  );
}

function MadeKey(props: { readonly name: string; readonly secret: string; readonly onClose: () => void }) {
  const copy = () =>
    navigator.clipboard.writeText(props.secret).then(
      () => showToast({ text: 'Key copied' }),
      () => showToast({ tone: 'danger', text: 'The browser did not allow copying. Select the key and copy it.' }),
    );
  return (
    <Dialog
      title={`Key “${props.name}”`}
      isOpen
      onClose={props.onClose}
      role="alertdialog"
      actions={
        <>
          <Button onPress={() => void copy()}>Copy key</Button>
          <Button variant="primary" onPress={props.onClose}>
            I have stored it
          </Button>
        </>
      }
    >
      <div className="wc-stack">
        <Banner tone="warning" title="Store the key now">
          It is shown this once and cannot be looked up later.
        </Banner>
        <TextField label="API key" value={props.secret} isReadOnly />
      </div>
    </Dialog>
  );
}
