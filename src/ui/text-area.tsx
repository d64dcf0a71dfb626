import {
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components';
import { FieldError, FieldHead, type FieldProps, writtenIn } from './field.tsx';
import './text-area.css';

export interface TextAreaProps
  extends FieldProps,
    Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid' | 'type'> {
  /** Lines shown while it is empty; it grows with its text. */
  rows?: number;
  placeholder?: string;
  /** In which language one writes into it, where that is not the page's. */
  language?: string | undefined;
}

/** Several lines of text. */
export function TextArea({
  label,
  description,
  error,
  isLabelHidden,
  isOptional,
  rows = 3,
  placeholder,
  language,
  ...rest
}: TextAreaProps) {
  return (
    <AriaTextField {...rest} className="wm-field" isInvalid={error !== undefined}>
      <FieldHead {...{ label, description, isLabelHidden, isOptional }} />
      <AriaTextArea
        className="wm-input wm-text-area"
        rows={rows}
        {...writtenIn(language)}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <FieldError error={error} />
    </AriaTextField>
  );
}
