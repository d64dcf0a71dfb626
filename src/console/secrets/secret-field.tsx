import { useState } from 'react';
import type { SecretState } from '#api/outgoing.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import './secret-field.css';

export interface SecretFieldProps {
  /** What it is: "Password". */
  readonly label: string;
  readonly description?: string;
  /** What the server has. */
  readonly state: SecretState;
  /** What is typed; undefined: what the server has stays. */
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly error?: string | undefined;
}

/** A secret is never shown again: one that is set can be replaced, and stays until then. */
export function SecretField({ label, description, state, value, onChange, error }: SecretFieldProps) {
  const [wasReplaced, setReplaced] = useState(false);
  const replace = () => {
    setReplaced(true);
    onChange('');
  };
  if (state === 'set' && value === undefined && error === undefined) {
    return (
      <div>
        <p className="wc-secret-label">{label}</p>
        <div className="wc-row">
          <Badge tone="success">Set</Badge>
          <Button size="small" onPress={replace} aria-label={`Replace ${label.toLowerCase()}`}>
            Replace
          </Button>
        </div>
      </div>
    );
  }
  const unreadable = 'It can no longer be read: the key of this server has changed. Enter it again.';
  return (
    <div className="wc-stack-tight">
      <TextField
        label={label}
        {...(description === undefined ? {} : { description })}
        type="password"
        autoComplete="new-password"
        value={value ?? ''}
        onChange={onChange}
        autoFocus={wasReplaced}
        error={error ?? (state === 'unreadable' && value === undefined ? unreadable : undefined)}
      />
      {state === 'set' ? (
        <div>
          <Button size="small" variant="quiet" onPress={() => onChange(undefined)}>
            Keep the one that is set
          </Button>
        </div>
      ) : null}
    </div>
  );
}
