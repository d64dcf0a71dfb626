import { LIMITS } from '#prelude/limits.ts';
import { NumberField } from '#ui/number-field.tsx';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { SecretField } from '../secrets/secret-field.tsx';
import { HeaderRows } from './header-rows.tsx';
import { type AuthenticationKind, type SideDraft, sentHeaders } from './side-draft.ts';

const WAYS: readonly { id: AuthenticationKind; label: string; description: string }[] = [
  { id: 'none', label: 'None', description: 'The server asks for nothing.' },
  { id: 'basic', label: 'User and password', description: 'HTTP Basic authentication.' },
  { id: 'bearer', label: 'Token', description: 'Sent as Authorization: Bearer.' },
  { id: 'header', label: 'Header of its own', description: 'Such as X-Api-Key.' },
];

const SECRET_LABELS = { basic: 'Password', bearer: 'Token', header: 'Value of the header' } as const;

export interface SideFieldsProps {
  readonly draft: SideDraft;
  readonly onChange: (draft: SideDraft) => void;
  /** What is wrong with a field, by its name below the side. */
  readonly errorOf: (field: string) => string | undefined;
}

/** The settings of one side. */
export function SideFields({ draft, onChange, errorOf }: SideFieldsProps) {
  const set = (part: Partial<SideDraft>) => onChange({ ...draft, ...part });
  return (
    <div className="wc-stack">
      <TextField
        label="Address"
        description="All calls go below it, such as https://crm.example.org/api."
        type="url"
        value={draft.baseUrl}
        onChange={(baseUrl) => set({ baseUrl })}
        autoComplete="off"
        error={errorOf('baseUrl')}
      />
      <Select<AuthenticationKind>
        label="Authentication"
        options={WAYS}
        value={draft.kind}
        onChange={(kind) => set({ kind, secret: undefined })}
        error={errorOf('authentication.kind')}
      />
      {draft.kind === 'basic' ? (
        <TextField
          label="User"
          value={draft.user}
          onChange={(user) => set({ user })}
          autoComplete="off"
          error={errorOf('authentication.user')}
        />
      ) : null}
      {draft.kind === 'header' ? (
        <TextField
          label="Name of the header"
          value={draft.headerName}
          onChange={(headerName) => set({ headerName })}
          autoComplete="off"
          error={errorOf('authentication.name')}
        />
      ) : null}
      {draft.kind === 'none' ? null : (
        <SecretField
          label={SECRET_LABELS[draft.kind]}
          description="Stored encrypted and never shown again."
          state={draft.stored}
          value={draft.secret}
          onChange={(secret) => set({ secret })}
          error={errorOf('authentication.secret')}
        />
      )}
      <HeaderRows
        headers={draft.headers}
        onChange={(headers) => set({ headers })}
        error={errorOf('headers')}
        errorOf={(header, part) => errorOf(`headers.${sentHeaders(draft).indexOf(header)}.${part}`)}
      />
      <div className="wc-columns">
        <NumberField
          label="Time limit"
          description="For a call whose element does not say, with all its tries."
          value={draft.seconds}
          onChange={(seconds) => set({ seconds })}
          minValue={0.1}
          maxValue={LIMITS.callTime / 1_000}
          step={0.1}
          hasSteps={false}
          formatOptions={{ style: 'unit', unit: 'second', unitDisplay: 'long', maximumFractionDigits: 1 }}
          error={errorOf('timeLimit')}
        />
        <NumberField
          label="Tries after the first"
          description="Where a call fails that may go well the next time."
          value={draft.retries}
          onChange={(retries) => set({ retries })}
          minValue={0}
          maxValue={LIMITS.callRetries}
          error={errorOf('retries')}
        />
      </div>
    </div>
  );
}
