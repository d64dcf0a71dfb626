import { useState } from 'react';
import type { Variable } from '#format/interaction.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { addVariable } from '../commands/variables.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';

export interface VariableFieldProps {
  label: string;
  description?: string | undefined;
  value: string;
  /** Only variables of these types are offered; all where none is named. */
  types?: readonly Variable['type'][] | undefined;
  /** None may be chosen, too. */
  isOptional?: boolean;
  onChange(key: string | undefined): void;
}

const NONE = { id: '', label: 'None' };

/** No key of a variable is written like this. */
const NEW = '+';

/** One of the variables of the Interaction, found by typing; a name that none has makes a new one. */
export function VariableField(props: VariableFieldProps) {
  const { label, description, value, types, isOptional = false, onChange } = props;
  const editor = useEditor();
  const { variables } = useInteraction();
  const [typed, setTyped] = useState('');
  const offered = (Object.entries(variables) as [string, Variable][]).filter(
    ([key, variable]) => types === undefined || types.includes(variable.type) || key === value,
  );
  const own = offered.map(([key, variable]) => ({ id: key, label: variable.label || key, description: `{${key}}` }));
  const all = [...(isOptional ? [NONE] : []), ...own];
  const chosen = all.find(({ id }) => id === value);
  const words = typed.trim();
  // What stands in the field already is no search for something else.
  const isSearch = words !== '' && words !== chosen?.label;
  const found = isSearch ? all.filter((option) => holds(option.label, words) || holds(option.id, words)) : all;
  const isNew = isSearch && !own.some((option) => option.label === words || option.id === words);
  return (
    <ComboBox
      label={isOptional ? `${label} (optional)` : label}
      description={description}
      key={own.map(({ id }) => id).join()}
      options={[...found, ...(isNew ? [{ id: NEW, label: `New variable “${words}”` }] : [])]}
      value={chosen ? value : null}
      error={
        chosen || value === ''
          ? undefined
          : `There is no variable “${value}”. Choose one, or type the name of a new one.`
      }
      placeholder="Type a name"
      onSearch={setTyped}
      onChange={(key) => {
        if (key === NEW) onChange(addVariable(editor, words, types?.[0] ?? 'text'));
        else if (key !== null && key !== value) onChange(key === '' ? undefined : key);
      }}
    />
  );
}

function holds(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase());
}
