import type { ReactNode } from 'react';
import { usePageTitle } from './page-title.ts';
import './page.css';

export interface PageProps {
  /** The heading, which is the page's name. */
  title: ReactNode;
  /** The part of it that is shown, where it has several: it goes into the name of the browser's tab. */
  part?: string | undefined;
  /** One sentence below it, or the state of what is shown. */
  subtitle?: ReactNode;
  /** Above the heading: where one is. */
  breadcrumb?: ReactNode;
  /** Buttons of the whole page. */
  actions?: ReactNode;
  /** `narrow` for forms and reading, `wide` for tables and reports. */
  width?: 'narrow' | 'wide';
  children: ReactNode;
}

/** A page of a section that scrolls as a document. */
export function Page({ title, part, subtitle, breadcrumb, actions, width = 'wide', children }: PageProps) {
  const named = typeof title === 'string' ? title : undefined;
  usePageTitle(named !== undefined && part !== undefined ? `${part} · ${named}` : named);
  return (
    <div className={`wm-page wm-page-${width}`}>
      {breadcrumb}
      <div className="wm-page-head">
        <div className="wm-page-names">
          <h1>{title}</h1>
          {subtitle ? <div className="wm-page-subtitle">{subtitle}</div> : null}
        </div>
        {actions ? <div className="wm-page-actions">{actions}</div> : null}
      </div>
      {children}
    </div>
  );
}
