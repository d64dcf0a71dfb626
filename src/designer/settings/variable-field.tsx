import type { Variable } from '#format/interaction.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { useInteraction } from '../page/editor-context.ts';

export interface VariableFieldProps {
  label: string;
  description?: string | undefined;
  value: string;
  /** Only variables of these types are offered; all where none is named. */
  types?: readonly string[] | undefined;
  /** None may be chosen, too. */
  isOptional?: boolean;
  onChange(key: string | undefined): void;
}

const NONE = { id: '', label: 'None' };

/** One of the variables of the Interaction. New ones are made by Questions and on the Variables panel. */
export function VariableField(props: VariableFieldProps) {
  const { label, description, value, types, isOptional = false, onChange } = props;
  const { variables } = useInteraction();
  const offered = (Object.entries(variables) as [string, Variable][]).filter(
    ([key, variable]) => types === undefined || types.includes(variable.type) || key === value,
  );
  const options = [
    ...(isOptional ? [NONE] : []),
    ...offered.map(([key, variable]) => ({ id: key, label: variable.label || key, description: `{${key}}` })),
  ];
  return (
    <ComboBox
      label={isOptional ? `${label} (optional)` : label}
      description={description}
      key={options.map(({ id }) => id).join()}
      options={options}
      value={options.some(({ id }) => id === value) ? value : null}
      placeholder={value}
      onChange={(key) => {
        if (key !== null && key !== value) onChange(key === '' ? undefined : key);
      }}
    />
  );
}
