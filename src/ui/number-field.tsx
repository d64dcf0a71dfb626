import { Minus, Plus } from 'lucide-react';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
  Button,
  Group,
  Input,
} from 'react-aria-components';
import { FieldError, FieldHead, type FieldProps } from './field.tsx';

export interface NumberFieldProps
  extends FieldProps,
    Omit<AriaNumberFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  /** Leave the two step buttons out where nobody steps. */
  hasSteps?: boolean;
}

/** A number in the reader's own notation; `formatOptions` gives unit, currency and decimals. Empty is `NaN`. */
export function NumberField({
  label,
  description,
  error,
  isLabelHidden,
  isOptional,
  hasSteps = true,
  ...rest
}: NumberFieldProps) {
  return (
    <AriaNumberField {...rest} className="wm-field" isInvalid={error !== undefined}>
      <FieldHead {...{ label, description, isLabelHidden, isOptional }} />
      <Group className="wm-input-box">
        <Input className="wm-input wm-number" />
        {hasSteps ? (
          <>
            <Button slot="decrement" className="wm-input-button">
              <Minus />
            </Button>
            <Button slot="increment" className="wm-input-button">
              <Plus />
            </Button>
          </>
        ) : null}
      </Group>
      <FieldError error={error} />
    </AriaNumberField>
  );
}
