import type { ReactNode } from 'react';
import { SwitchField as AriaSwitchField, SwitchButton, type SwitchFieldProps, Text } from 'react-aria-components';
import './choice.css';

export interface SwitchProps extends Omit<SwitchFieldProps, 'className' | 'style' | 'children' | 'isInvalid'> {
  /** What is on. */
  children: ReactNode;
  description?: ReactNode;
}

/** A setting that works at once. */
export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <AriaSwitchField {...rest} className="wm-choice wm-switch-field">
      <SwitchButton className="wm-choice-button">
        <span className="wm-switch" aria-hidden="true" />
        {children}
      </SwitchButton>
      {description ? (
        <Text slot="description" className="wm-choice-description">
          {description}
        </Text>
      ) : null}
    </AriaSwitchField>
  );
}
