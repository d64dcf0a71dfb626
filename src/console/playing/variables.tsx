import { isFileValue } from '#contract/file-value.ts';
import type { Interaction } from '#format/interaction.ts';
import type { VariableKey } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';

export interface VariablesProps {
  readonly interaction: Interaction | undefined;
  readonly values: JsonObject;
  /** Those that this step has set. */
  readonly changed?: ReadonlySet<string>;
  /** Where a file of the session is downloaded; left out where none is kept. */
  readonly fileAddress?: (file: string) => string;
}

/** Every variable that has a value. */
export function Variables({ interaction, values, changed, fileAddress }: VariablesProps) {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return <p className="wc-muted">No variable has a value yet.</p>;
  return (
    <dl className="wc-facts">
      {entries.map(([key, value]) => (
        <VariableRow
          key={key}
          label={interaction?.variables[key as VariableKey]?.label ?? key}
          value={value}
          isNew={changed?.has(key) ?? false}
          fileAddress={fileAddress}
        />
      ))}
    </dl>
  );
}

interface VariableRowProps {
  readonly label: string;
  readonly value: Json | undefined;
  readonly isNew: boolean;
  readonly fileAddress: VariablesProps['fileAddress'];
}

function VariableRow({ label, value, isNew, fileAddress }: VariableRowProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {isFileValue(value) && fileAddress ? (
          <a href={fileAddress(value.id)} download={value.name}>
            {value.name}
          </a>
        ) : (
          <code>{valueWords(value)}</code>
        )}
        {isNew ? <small className="wc-muted"> set here</small> : null}
      </dd>
    </>
  );
}

/** A value as a person reads it: text without quotes, a file by its name, an amount with its currency, the rest as JSON. */
export function valueWords(value: Json | undefined): string {
  if (isFileValue(value)) return value.name;
  if (isJsonObject(value) && typeof value.amount === 'string' && typeof value.currency === 'string') {
    return `${value.amount} ${value.currency}`;
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}
