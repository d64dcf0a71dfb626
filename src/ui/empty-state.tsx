import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  icon?: ReactNode;
  /** What is not there, and why: "No Interactions yet". */
  title: string;
  /** One sentence on what would come here. */
  children?: ReactNode;
  /** The one thing to do now. */
  action?: ReactNode;
}

export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="wm-empty">
      {icon ? (
        <span className="wm-empty-icon" aria-hidden="true">
          {icon}
        </span>
      ) : null}
      <p className="wm-empty-title">{title}</p>
      {children ? <p className="wm-empty-words">{children}</p> : null}
      {action ? <div className="wm-empty-action">{action}</div> : null}
    </div>
  );
}
