import { useState } from 'react';
import type { Role } from '#api/permissions.ts';
import { userRoutes } from '#api/users.ts';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { useAccountId } from '../app/who.tsx';
import { WritingDialog } from '../app/writing-dialog.tsx';
import { fieldError } from '../data/failure.ts';
import { useWriting } from '../data/writing.ts';
import { RolesField } from './roles-field.tsx';

/** Adds somebody with a first password, which the administrator hands on and they change. */
export function AddPersonDialog({ onClose }: { readonly onClose: () => void }) {
  const account = useAccountId();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [roles, setRoles] = useState<Role[]>(['agent']);
  const [isChecked, setChecked] = useState(false);
  const add = useWriting(userRoutes.add, (user) => {
    showToast({ text: `${user.name} added` });
    onClose();
  });
  const missing = (value: string, words: string) => (isChecked && value.trim() === '' ? words : undefined);
  const submit = () => {
    setChecked(true);
    if (name.trim() === '' || email.trim() === '' || password.length < 12) return;
    add.mutate({ params: { account }, body: { name: name.trim(), email: email.trim(), roles, password } });
  };
  return (
    <WritingDialog
      title="Add a person"
      onClose={onClose}
      act="Add person"
      onAct={submit}
      isPending={add.isPending}
      error={add.error}
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        autoComplete="off"
        autoFocus
        error={missing(name, 'Enter the name that colleagues will see.') ?? fieldError(add.error, 'name')}
      />
      <TextField
        label="E-mail"
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="off"
        error={missing(email, 'Enter the e-mail address they sign in with.') ?? fieldError(add.error, 'email')}
      />
      <TextField
        label="First password"
        description="12 characters or more. Hand it on safely; they change it after signing in."
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="new-password"
        error={isChecked && password.length < 12 ? 'Use 12 characters or more.' : fieldError(add.error, 'password')}
      />
      <RolesField value={roles} onChange={setRoles} />
    </WritingDialog>
  );
}
