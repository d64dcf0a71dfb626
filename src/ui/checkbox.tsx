import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  CheckboxGroup as AriaCheckboxGroup,
  CheckboxButton,
  CheckboxField,
  type CheckboxFieldProps,
  Text,
} from 'react-aria-components';
import { FieldError, FieldHead, type FieldProps } from './field.tsx';
import type { Option } from './option.tsx';
import './choice.css';

export interface CheckboxProps extends Omit<CheckboxFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  /** What is true when it is ticked. */
  children?: ReactNode;
  description?: ReactNode;
  error?: string | undefined;
}

/** A statement that is true or not. For a setting that works at once, a switch. */
export function Checkbox({ children, description, error, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className="wm-choice" isInvalid={error !== undefined}>
      <CheckboxButton className="wm-choice-button">
        <CheckboxBox />
        {children}
      </CheckboxButton>
      {description ? (
        <Text slot="description" className="wm-choice-description">
          {description}
        </Text>
      ) : null}
      <FieldError error={error} />
    </CheckboxField>
  );
}

/** The box itself; its mark follows the state of the button around it. */
export function CheckboxBox() {
  return (
    <span className="wm-box" aria-hidden="true">
      <Check className="wm-box-check" />
      <Minus className="wm-box-minus" />
    </span>
  );
}

export interface CheckboxGroupProps<Id extends string> extends FieldProps {
  options: readonly Option<Id>[];
  value: readonly Id[];
  onChange: (value: Id[]) => void;
  isDisabled?: boolean | undefined;
}

/** Any number of a few options. */
export function CheckboxGroup<Id extends string>({
  options,
  value,
  onChange,
  isDisabled = false,
  error,
  ...head
}: CheckboxGroupProps<Id>) {
  const choose = (ids: string[]) => onChange(options.map((option) => option.id).filter((id) => ids.includes(id)));
  return (
    <AriaCheckboxGroup
      className="wm-field wm-choices"
      value={[...value]}
      onChange={choose}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
    >
      <FieldHead {...head} />
      {options.map((option) => (
        <Checkbox
          key={option.id}
          value={option.id}
          isDisabled={option.isDisabled ?? false}
          description={option.description}
        >
          {option.label}
        </Checkbox>
      ))}
      <FieldError error={error} />
    </AriaCheckboxGroup>
  );
}
