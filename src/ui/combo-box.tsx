import { ChevronDown } from 'lucide-react';
import { useContext, useRef } from 'react';
import {
  ComboBox as AriaComboBox,
  Button,
  ComboBoxStateContext,
  Group,
  Input,
  type InputProps,
  ListBox,
} from 'react-aria-components';
import { FieldError, FieldHead, type FieldProps } from './field.tsx';
import { isGivenBack } from './focus-keeper.ts';
import { ListWithField } from './list-with-field.tsx';
import { type Option, OptionItem } from './option.tsx';
import { words } from './words.ts';

export interface ComboBoxProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (value: Id | null) => void;
  /** Told at each key where the options are looked up elsewhere; then `options` are taken as they come. */
  onSearch?: ((text: string) => void) | undefined;
  placeholder?: string | undefined;
  isDisabled?: boolean | undefined;
  isRequired?: boolean | undefined;
  autoFocus?: boolean | undefined;
}

/** One of many options, found by typing part of its name. */
export function ComboBox<Id extends string>({
  label,
  description,
  error,
  isLabelHidden,
  isOptional,
  options,
  value,
  onChange,
  onSearch,
  placeholder,
  isDisabled = false,
  isRequired = false,
  autoFocus = false,
}: ComboBoxProps<Id>) {
  const field = useRef<HTMLDivElement>(null);
  const choose = (id: unknown) => onChange(options.find((option) => option.id === id)?.id ?? null);
  return (
    <AriaComboBox
      className="wm-field"
      {...(onSearch ? { items: options, onInputChange: onSearch } : { defaultItems: options })}
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isRequired={isRequired}
      autoFocus={autoFocus}
      isInvalid={error !== undefined}
      allowsEmptyCollection
    >
      <FieldHead {...{ label, description, isLabelHidden, isOptional }} />
      <Group ref={field} className="wm-input-box">
        <SearchInput className="wm-input" {...(placeholder === undefined ? {} : { placeholder })} />
        <Button className="wm-input-button" aria-label={words.showList}>
          <ChevronDown />
        </Button>
      </Group>
      <FieldError error={error} />
      <ListWithField field={field}>
        <ListBox<Option<Id>>
          className="wm-float-list"
          renderEmptyState={() => <div className="wm-float-empty">{words.noMatch}</div>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </ListWithField>
    </AriaComboBox>
  );
}

/** Opens the list when somebody comes to it; React Aria's own way does so when the focus is only given back, too. */
function SearchInput(props: InputProps) {
  const state = useContext(ComboBoxStateContext);
  const openList = () => {
    // Events of what floats above the field come here, too: then one is there already.
    if (state && !state.isFocused && !isGivenBack()) state.open(null, 'manual');
  };
  return <Input {...props} onFocus={openList} />;
}
