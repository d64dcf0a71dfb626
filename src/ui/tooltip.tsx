import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, type TooltipProps as AriaTooltipProps, TooltipTrigger } from 'react-aria-components';
import { KeyCap } from './key-cap.tsx';
import type { Shortcut } from './shortcut.ts';
import './tooltip.css';

export interface TooltipProps {
  /** Repeats or adds a word to what is seen; nothing that is needed may stand only here. */
  text: ReactNode;
  shortcut?: Shortcut | undefined;
  placement?: AriaTooltipProps['placement'];
  /** Something of the kit that can be focused. */
  children: ReactElement;
}

export function Tooltip({ text, shortcut, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <AriaTooltip className="wm-tooltip" placement={placement} offset={6}>
        {text}
        {shortcut ? <KeyCap shortcut={shortcut} /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
