import { ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Header,
  ListBox,
  ListBoxSection,
  Popover,
  SelectValue,
} from 'react-aria-components';
import { FieldError, FieldHead, type FieldProps } from './field.tsx';
import { type Option, OptionItem } from './option.tsx';
import './float.css';
import './select.css';

export interface SelectProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  /** What stands there while nothing is chosen: "Choose a team". */
  placeholder?: string | undefined;
  isDisabled?: boolean | undefined;
  isRequired?: boolean | undefined;
  name?: string | undefined;
}

/** One of a few known options. For many, a {@link ComboBox}; for two or three that should be seen, a radio group. */
export function Select<Id extends string>({
  label,
  description,
  error,
  isLabelHidden,
  isOptional,
  options,
  value,
  onChange,
  placeholder,
  isDisabled = false,
  isRequired = false,
  ...rest
}: SelectProps<Id>) {
  const choose = (id: unknown) => {
    const option = options.find((candidate) => candidate.id === id);
    if (option) onChange(option.id);
  };
  return (
    <AriaSelect
      className="wm-field"
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={error !== undefined}
      {...(rest.name === undefined ? {} : { name: rest.name })}
      {...(placeholder === undefined ? {} : { placeholder })}
    >
      <FieldHead {...{ label, description, isLabelHidden, isOptional }} />
      <Button className="wm-select-button">
        <SelectValue className="wm-select-value" />
        <ChevronDown aria-hidden="true" />
      </Button>
      <FieldError error={error} />
      <Popover className="wm-float" offset={4}>
        <OptionList options={options} />
      </Popover>
    </AriaSelect>
  );
}

/** The options in their order; where they name groups, under the names of these. */
function OptionList({ options }: { options: readonly Option[] }) {
  const groups = [...new Set(options.map(({ group }) => group))];
  if (groups.length === 1 && groups[0] === undefined) {
    return (
      <ListBox className="wm-float-list" items={options}>
        {(option) => <OptionItem option={option} />}
      </ListBox>
    );
  }
  return (
    <ListBox className="wm-float-list">
      {groups.map((group) => (
        <ListBoxSection key={group ?? ''} id={group ?? ''}>
          <Header className="wm-option-group">{group}</Header>
          {options
            .filter((option) => option.group === group)
            .map((option) => (
              <OptionItem key={option.id} option={option} />
            ))}
        </ListBoxSection>
      ))}
    </ListBox>
  );
}
