import { RadioGroup as AriaRadioGroup, RadioButton, RadioField, Text } from 'react-aria-components';
import { FieldError, FieldHead, type FieldProps } from './field.tsx';
import type { Option } from './option.tsx';
import './choice.css';

export interface RadioGroupProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (value: Id) => void;
  isDisabled?: boolean | undefined;
  isRequired?: boolean | undefined;
}

/** One of two to six options, all seen at once. */
export function RadioGroup<Id extends string>({
  options,
  value,
  onChange,
  isDisabled = false,
  isRequired = false,
  error,
  ...head
}: RadioGroupProps<Id>) {
  const choose = (id: string) => {
    const option = options.find((candidate) => candidate.id === id);
    if (option) onChange(option.id);
  };
  return (
    <AriaRadioGroup
      className="wm-field wm-choices"
      value={value}
      onChange={choose}
      isDisabled={isDisabled}
      isRequired={isRequired}
      isInvalid={error !== undefined}
    >
      <FieldHead {...head} />
      {options.map((option) => (
        <RadioField key={option.id} value={option.id} isDisabled={option.isDisabled ?? false} className="wm-choice">
          <RadioButton className="wm-choice-button">
            <span className="wm-radio" aria-hidden="true" />
            {option.label}
          </RadioButton>
          {option.description ? (
            <Text slot="description" className="wm-choice-description">
              {option.description}
            </Text>
          ) : null}
        </RadioField>
      ))}
      <FieldError error={error} />
    </AriaRadioGroup>
  );
}
