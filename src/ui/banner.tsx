import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './banner.css';

export type Tone = 'info' | 'success' | 'warning' | 'danger';

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, danger: CircleAlert } satisfies Record<
  Tone,
  unknown
>;

export interface BannerProps {
  tone: Tone;
  /** What is so, and where. */
  title: ReactNode;
  /** How to mend it, or what follows. */
  children?: ReactNode;
  /** The code of an error: what a person tells to support. */
  code?: string | undefined;
  /** Buttons. */
  actions?: ReactNode;
  /** Read aloud as soon as it appears: for what answers an act of the reader. */
  isLive?: boolean;
}

/** Says on the page what the reader must know to go on. */
export function Banner({ tone, title, children, code, actions, isLive = false }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`wm-banner wm-tone-${tone}`} {...(isLive ? { role: tone === 'danger' ? 'alert' : 'status' } : {})}>
      <Icon aria-hidden="true" className="wm-banner-icon" />
      <div className="wm-banner-words">
        <p className="wm-banner-title">{title}</p>
        {children ? <div>{children}</div> : null}
        {code ? <p className="wm-banner-code">{code}</p> : null}
      </div>
      {actions ? <div className="wm-banner-actions">{actions}</div> : null}
    </div>
  );
}
