import type { Variable } from '#format/interaction.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { useInteraction } from '../page/editor-context.ts';

export interface VariableFieldProps {
  label: string;
  description?: string | undefined;
  value: string;
  onChange(key: string): void;
}

/** One of the variables of the Interaction. New ones are made by Questions and on the Variables panel. */
export function VariableField({ label, description, value, onChange }: VariableFieldProps) {
  const { variables } = useInteraction();
  const options = Object.entries(variables).map(([key, variable]: [string, Variable]) => ({
    id: key,
    label: variable.label || key,
    description: `{${key}}`,
  }));
  return (
    <ComboBox
      label={label}
      description={description}
      key={options.map(({ id }) => id).join()}
      options={options}
      value={options.some(({ id }) => id === value) ? value : null}
      placeholder={value}
      onChange={(key) => {
        if (key !== null && key !== value) onChange(key);
      }}
    />
  );
}
