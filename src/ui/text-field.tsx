import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
  Group,
  Input,
  ToggleButton,
} from 'react-aria-components';
import { FieldError, FieldHead, type FieldProps, writtenIn } from './field.tsx';
import { words } from './words.ts';

export interface TextFieldProps
  extends FieldProps,
    Omit<AriaTextFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  placeholder?: string;
  /** Something at the end inside the field, such as a unit. */
  trailing?: ReactNode;
  /** In which language one writes into it, where that is not the page's. */
  language?: string | undefined;
}

/** One line of text. With `type="password"` a button shows what was typed. */
export function TextField({
  label,
  description,
  error,
  isLabelHidden,
  isOptional,
  trailing,
  placeholder,
  language,
  ...rest
}: TextFieldProps) {
  const [isShown, setShown] = useState(false);
  const isPassword = rest.type === 'password';
  const input = (
    <Input className="wm-input" {...writtenIn(language)} {...(placeholder === undefined ? {} : { placeholder })} />
  );
  return (
    <AriaTextField
      {...rest}
      type={isPassword && isShown ? 'text' : (rest.type ?? 'text')}
      className="wm-field"
      isInvalid={error !== undefined}
    >
      <FieldHead {...{ label, description, isLabelHidden, isOptional }} />
      {isPassword || trailing ? (
        <Group className="wm-input-box">
          {input}
          {trailing}
          {isPassword ? (
            <ToggleButton
              className="wm-input-button"
              aria-label={words.showPassword}
              isSelected={isShown}
              onChange={setShown}
            >
              {isShown ? <EyeOff /> : <Eye />}
            </ToggleButton>
          ) : null}
        </Group>
      ) : (
        input
      )}
      <FieldError error={error} />
    </AriaTextField>
  );
}
