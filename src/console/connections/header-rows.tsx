import { Plus, Trash2 } from 'lucide-react';
import { LIMITS } from '#prelude/limits.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { TextField } from '#ui/text-field.tsx';
import './header-rows.css';
import type { HeaderDraft } from './side-draft.ts';

export interface HeaderRowsProps {
  readonly headers: readonly HeaderDraft[];
  readonly onChange: (headers: readonly HeaderDraft[]) => void;
  readonly error?: string | undefined;
  readonly errorOf: (header: HeaderDraft, part: 'name' | 'value') => string | undefined;
}

/** Headers that go with every call. They are no secrets: whoever may set up connections sees them. */
export function HeaderRows({ headers, onChange, error, errorOf }: HeaderRowsProps) {
  const change = (id: number, part: Partial<HeaderDraft>) =>
    onChange(headers.map((header) => (header.id === id ? { ...header, ...part } : header)));
  const add = () => {
    const id = Math.max(-1, ...headers.map((header) => header.id)) + 1;
    onChange([...headers, { id, name: '', value: '' }]);
  };
  return (
    <fieldset className="wc-headers">
      <legend>Headers</legend>
      <p className="wc-muted">
        Sent with every call and shown to whoever sets up connections. Passwords and tokens belong under Authentication.
      </p>
      {error ? <p className="wc-headers-error">{error}</p> : null}
      {headers.map((header, index) => (
        <div key={header.id} className="wc-header">
          <TextField
            label={`Name of header ${index + 1}`}
            isLabelHidden
            placeholder="X-Customer-System"
            value={header.name}
            onChange={(name) => change(header.id, { name })}
            autoComplete="off"
            autoFocus={header.name === '' && header.value === ''}
            error={errorOf(header, 'name')}
          />
          <TextField
            label={`Value of header ${index + 1}`}
            isLabelHidden
            placeholder="Value"
            value={header.value}
            onChange={(value) => change(header.id, { value })}
            autoComplete="off"
            error={errorOf(header, 'value')}
          />
          <IconButton
            label={header.name === '' ? `Remove header ${index + 1}` : `Remove ${header.name}`}
            icon={<Trash2 />}
            onPress={() => onChange(headers.filter((one) => one.id !== header.id))}
          />
        </div>
      ))}
      <div>
        <Button size="small" icon={<Plus />} onPress={add} isDisabled={headers.length >= LIMITS.callHeaders}>
          Add a header
        </Button>
      </div>
    </fieldset>
  );
}
