import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import './button.css';

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'> {
  /** What happens when it is pressed: "Publish version 3". */
  children: ReactNode;
  /** One primary a view; danger only for what destroys. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'medium' | 'small';
  icon?: ReactNode;
}

/** While `isPending` it keeps its width and its focus, cannot be pressed, and shows a spinner after 300 ms. */
export function Button({ children, variant = 'secondary', size = 'medium', icon, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`wm-button wm-button-${variant} wm-button-${size}`}>
      {icon}
      <span className="wm-button-label">{children}</span>
      {rest.isPending ? <span className="wm-button-spinner" aria-hidden="true" /> : null}
    </AriaButton>
  );
}
