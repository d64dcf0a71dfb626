import type { ReactNode } from 'react';
import type { Tone } from './banner.tsx';
import './banner.css';
import './badge.css';

export interface BadgeProps {
  tone?: Tone | 'neutral';
  children: ReactNode;
  /** A dot before the words: for a state that lasts, such as Live. */
  hasDot?: boolean;
}

/** One word on the state of a thing. The word says it; the hue only repeats it. */
export function Badge({ tone = 'neutral', children, hasDot = false }: BadgeProps) {
  return (
    <span className={`wm-badge wm-tone-${tone}`}>
      {hasDot ? <span className="wm-badge-dot" aria-hidden="true" /> : null}
      {children}
    </span>
  );
}
