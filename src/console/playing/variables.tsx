import type { Interaction } from '#format/interaction.ts';
import type { VariableKey } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';

export interface VariablesProps {
  readonly interaction: Interaction | undefined;
  readonly values: JsonObject;
  /** Those that this step has set. */
  readonly changed?: ReadonlySet<string>;
}

/** Every variable that has a value. */
export function Variables({ interaction, values, changed }: VariablesProps) {
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
        />
      ))}
    </dl>
  );
}

function VariableRow(props: { readonly label: string; readonly value: Json | undefined; readonly isNew: boolean }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>
        <code>{valueWords(props.value)}</code>
        {props.isNew ? <small className="wc-muted"> set here</small> : null}
      </dd>
    </>
  );
}

/** A value as a person reads it: text without quotes, the rest as JSON. */
export function valueWords(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
