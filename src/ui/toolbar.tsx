import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar, Separator } from 'react-aria-components';
import './toolbar.css';

export interface ToolbarProps {
  /** What its buttons act on: read aloud. */
  label: string;
  orientation?: 'horizontal' | 'vertical';
  /** It lies over a drawing instead of on a page. */
  isFloating?: boolean;
  children: ReactNode;
}

/** Buttons that belong together: one stop of the Tab key, arrows move within. */
export function Toolbar({ label, orientation = 'horizontal', isFloating = false, children }: ToolbarProps) {
  return (
    <AriaToolbar
      aria-label={label}
      orientation={orientation}
      className={isFloating ? 'wm-toolbar wm-toolbar-floating' : 'wm-toolbar'}
    >
      {children}
    </AriaToolbar>
  );
}

/** Parts groups of buttons within a toolbar. */
export function ToolbarSeparator() {
  return <Separator orientation="vertical" className="wm-toolbar-separator" />;
}
