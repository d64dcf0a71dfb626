import { useState } from 'react';
import { type Mail, type MailSecurity, type MailSettingsToSet, mailRoutes } from '#api/mail.ts';
import { Button } from '#ui/button.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { SaveFailure } from '../app/save-failure.tsx';
import { useAccountId } from '../app/who.tsx';
import type { Tagged } from '../data/call.ts';
import { fieldError } from '../data/failure.ts';
import { useWriting } from '../data/writing.ts';
import { SecretField } from '../secrets/secret-field.tsx';
import './mail.css';

const SECURITY: readonly { id: MailSecurity; label: string; description: string }[] = [
  { id: 'starttls', label: 'STARTTLS', description: 'Usually port 587. Without encryption nothing is sent.' },
  { id: 'tls', label: 'TLS', description: 'Usually port 465.' },
  { id: 'none', label: 'None', description: 'Only for a mail server on the same machine as Waymark.' },
];

const PORTS: Readonly<Record<MailSecurity, number>> = { starttls: 587, tls: 465, none: 25 };

interface Draft {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly user: string;
  readonly password: string | undefined;
  readonly fromName: string;
  readonly fromAddress: string;
  readonly replyTo: string;
}

function draftOf({ settings }: Mail): Draft {
  return {
    host: settings?.host ?? '',
    port: settings?.port ?? 587,
    security: settings?.security ?? 'starttls',
    user: settings?.user ?? '',
    password: undefined,
    fromName: settings?.from.name ?? '',
    fromAddress: settings?.from.address ?? '',
    replyTo: settings?.replyTo ?? '',
  };
}

function settingsOf(draft: Draft): MailSettingsToSet {
  const user = draft.user.trim();
  return {
    host: draft.host.trim(),
    port: draft.port,
    security: draft.security,
    user: user === '' ? null : user,
    ...(user === '' || draft.password === undefined ? {} : { password: draft.password }),
    from: { name: draft.fromName.trim(), address: draft.fromAddress.trim() },
    replyTo: draft.replyTo.trim() === '' ? null : draft.replyTo.trim(),
  };
}

function missingIn(draft: Draft): Readonly<Record<string, string>> {
  const missing: Record<string, string> = {};
  if (draft.host.trim() === '') missing['host'] = 'Enter the name of the mail server.';
  if (Number.isNaN(draft.port)) missing['port'] = 'Enter the port.';
  if (draft.user.trim() !== '' && draft.password === '') {
    missing['password'] = 'Enter the password, or keep the one that is set.';
  }
  if (draft.fromName.trim() === '') missing['from.name'] = 'Enter the name that people see as the sender.';
  if (draft.fromAddress.trim() === '') missing['from.address'] = 'Enter the address that the mail comes from.';
  return missing;
}

export interface MailFormProps {
  readonly read: Tagged<Mail>;
  /** It was saved: the form begins anew with what is there now. */
  readonly onSaved: () => void;
  /** Reads it again, as somebody else has made it. */
  readonly onReload: () => void;
}

/** What it began with stays while the page reads it again, as in the form of a connection. */
export function MailForm({ read: known, onSaved, onReload }: MailFormProps) {
  const account = useAccountId();
  const [read] = useState(known);
  const [draft, setDraft] = useState(draftOf(read.value));
  const [isChecked, setChecked] = useState(false);
  const save = useWriting(mailRoutes.change);
  const set = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const missing = missingIn(draft);
  const errorOf = (field: string) => (isChecked ? missing[field] : undefined) ?? fieldError(save.error, field);
  const isUsualPort = draft.port === PORTS[draft.security];
  return (
    <form
      className="wc-stack"
      // The browser would not send again what the server refused once.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (Object.keys(missing).length > 0) return;
        save.mutate(
          { params: { account }, body: settingsOf(draft), ifMatch: read.tag },
          {
            onSuccess: () => {
              showToast({ text: 'Mail server saved' });
              onSaved();
            },
          },
        );
      }}
    >
      {save.error ? <SaveFailure error={save.error} of="these settings" onReload={onReload} /> : null}
      <section className="wc-card wc-stack">
        <h2>Mail server</h2>
        <TextField
          label="Server"
          description="Such as smtp.example.org."
          value={draft.host}
          onChange={(host) => set({ host })}
          autoComplete="off"
          error={errorOf('host')}
        />
        <div className="wc-columns">
          <Select<MailSecurity>
            label="Encryption"
            options={SECURITY}
            value={draft.security}
            onChange={(security) => set({ security, ...(isUsualPort ? { port: PORTS[security] } : {}) })}
            error={errorOf('security')}
          />
          <NumberField
            label="Port"
            value={draft.port}
            onChange={(port) => set({ port })}
            minValue={1}
            maxValue={65_535}
            hasSteps={false}
            formatOptions={{ useGrouping: false }}
            error={errorOf('port')}
          />
        </div>
        <TextField
          label="User"
          description="Leave it empty where the server asks for no sign-in."
          value={draft.user}
          onChange={(user) => set({ user })}
          autoComplete="off"
          isOptional
          error={errorOf('user')}
        />
        {draft.user.trim() === '' ? null : (
          <SecretField
            label="Password"
            description="Stored encrypted and never shown again."
            state={read.value.settings?.password ?? 'none'}
            value={draft.password}
            onChange={(password) => set({ password })}
            error={errorOf('password')}
          />
        )}
      </section>
      <section className="wc-card wc-stack">
        <h2>Sender</h2>
        <TextField
          label="Name"
          value={draft.fromName}
          onChange={(fromName) => set({ fromName })}
          autoComplete="off"
          error={errorOf('from.name')}
        />
        <TextField
          label="Address"
          type="email"
          value={draft.fromAddress}
          onChange={(fromAddress) => set({ fromAddress })}
          autoComplete="off"
          error={errorOf('from.address')}
        />
        <TextField
          label="Answers go to"
          description="Where it is another address than the sender's."
          type="email"
          value={draft.replyTo}
          onChange={(replyTo) => set({ replyTo })}
          autoComplete="off"
          isOptional
          error={errorOf('replyTo')}
        />
      </section>
      <div>
        <Button type="submit" variant="primary" isPending={save.isPending}>
          Save mail server
        </Button>
      </div>
    </form>
  );
}
