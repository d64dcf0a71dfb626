import { useState } from 'react';
import { PERMISSIONS, permissionsOf, type Role } from '#api/permissions.ts';
import { type User, userRoutes } from '#api/users.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { useAccountId } from '../app/who.tsx';
import { fieldError } from '../data/failure.ts';
import { useWriting } from '../data/writing.ts';
import { RolesField } from './roles-field.tsx';

/** Somebody's name and roles; shuts them out and lets them in again. */
export function PersonDialog({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const account = useAccountId();
  const [name, setName] = useState(user.name);
  const [roles, setRoles] = useState<Role[]>(user.roles);
  const mayChange = user.abilities.includes('change');
  const change = useWriting(userRoutes.change, (changed) => {
    showToast({ text: changed.disabled ? `${changed.name} is shut out` : `${changed.name} saved` });
    onClose();
  });
  const params = { account, user: user.id };
  return (
    <Dialog
      title={user.name}
      isOpen
      onClose={onClose}
      actions={
        mayChange ? (
          <>
            <Button
              variant={user.disabled ? 'secondary' : 'danger'}
              onPress={() => change.mutate({ params, body: { disabled: !user.disabled } })}
              isPending={change.isPending}
            >
              {user.disabled ? 'Let in again' : 'Shut out'}
            </Button>
            <Button
              variant="primary"
              onPress={() => change.mutate({ params, body: { name: name.trim(), roles } })}
              isPending={change.isPending}
              isDisabled={name.trim() === ''}
            >
              Save
            </Button>
          </>
        ) : (
          <Button onPress={onClose}>Close</Button>
        )
      }
    >
      <div className="wc-stack">
        {change.error ? <FailureBanner error={change.error} /> : null}
        <p className="wc-muted">{user.email}</p>
        {mayChange ? (
          <>
            <TextField label="Name" value={name} onChange={setName} error={fieldError(change.error, 'name')} />
            <RolesField value={roles} onChange={setRoles} />
          </>
        ) : null}
        <Rights roles={roles} />
      </div>
    </Dialog>
  );
}

/** What the roles allow together, in words. */
function Rights({ roles }: { readonly roles: readonly Role[] }) {
  const allowed = permissionsOf(roles);
  const refused = Object.entries(PERMISSIONS).filter(([permission]) => !allowed.some((one) => one === permission));
  return (
    <details className="wc-details">
      <summary>Everything these roles can and cannot do</summary>
      <div className="wc-columns">
        <section className="wc-stack-tight">
          <h3>Can</h3>
          <ul className="wc-bullets">
            {allowed.map((permission) => (
              <li key={permission}>{PERMISSIONS[permission]}</li>
            ))}
          </ul>
        </section>
        <section className="wc-stack-tight">
          <h3>Cannot</h3>
          <ul className="wc-bullets">
            {refused.map(([permission, words]) => (
              <li key={permission}>{words}</li>
            ))}
          </ul>
        </section>
      </div>
    </details>
  );
}
