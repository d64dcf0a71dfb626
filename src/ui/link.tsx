import type { ReactNode } from 'react';
import { Link as AriaLink, type LinkProps as AriaLinkProps } from 'react-aria-components';
import './button.css';
import './link.css';

export interface LinkProps extends Omit<AriaLinkProps, 'className' | 'style' | 'children'> {
  children: ReactNode;
  /** A link that looks like a button: where what happens is only going somewhere. */
  look?: 'text' | 'primary' | 'secondary';
}

/** Goes somewhere. Inside an application the router of `RouterProvider` (react-aria-components) takes it. */
export function Link({ children, look = 'text', ...rest }: LinkProps) {
  return (
    <AriaLink {...rest} className={look === 'text' ? 'wm-link' : `wm-button wm-button-medium wm-button-${look}`}>
      {children}
    </AriaLink>
  );
}
