import type { ReactElement, ReactNode } from 'react';
import {
  Dialog as AriaDialog,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
  DialogTrigger,
} from 'react-aria-components';
import './float.css';
import './popover.css';

export interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement;
  /** What it is: read aloud when it opens. */
  label: string;
  placement?: AriaPopoverProps['placement'];
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** Something small beside the button that opened it. */
export function Popover({ trigger, label, placement = 'bottom start', children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="wm-float" placement={placement} offset={4}>
        <AriaDialog className="wm-popover" aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
