import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps, ToggleButton } from 'react-aria-components';
import { ariaShortcut, isMac, type Shortcut } from './shortcut.ts';
import { Tooltip, type TooltipProps } from './tooltip.tsx';
import './button.css';
import './icon-button.css';

export interface IconButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> {
  /** Its name: read aloud, and shown in the tooltip. */
  label: string;
  icon: ReactNode;
  shortcut?: Shortcut | undefined;
  size?: 'medium' | 'small';
  placement?: TooltipProps['placement'];
}

/** A button that shows only an icon; its tooltip says its name and its key. */
export function IconButton({ label, icon, shortcut, size = 'medium', placement, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} placement={placement}>
      <AriaButton {...rest} {...shortcutProps(shortcut)} aria-label={label} className={iconButtonClass(size)}>
        {icon}
      </AriaButton>
    </Tooltip>
  );
}

export interface IconToggleProps extends Pick<IconButtonProps, 'label' | 'icon' | 'shortcut' | 'size' | 'placement'> {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
}

/** An icon button that stays down while what it names is on. */
export function IconToggle({ label, icon, shortcut, size = 'medium', placement, ...rest }: IconToggleProps) {
  return (
    <Tooltip text={label} shortcut={shortcut} placement={placement}>
      <ToggleButton {...rest} {...shortcutProps(shortcut)} aria-label={label} className={iconButtonClass(size)}>
        {icon}
      </ToggleButton>
    </Tooltip>
  );
}

function iconButtonClass(size: 'medium' | 'small'): string {
  return `wm-icon-button wm-icon-button-${size}`;
}

function shortcutProps(shortcut: Shortcut | undefined) {
  return shortcut ? { 'aria-keyshortcuts': ariaShortcut(shortcut, isMac()) } : {};
}
