import { ChevronRight } from 'lucide-react';
import { Breadcrumb as AriaBreadcrumb, Breadcrumbs, Link } from 'react-aria-components';
import './breadcrumb.css';

export interface Crumb {
  readonly id: string;
  readonly label: string;
  /** The last one, where one is, has none. */
  readonly href?: string | undefined;
}

/** The way from the section down to this page. */
export function Breadcrumb({ label, crumbs }: { label: string; crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label={label}>
      <Breadcrumbs className="wm-crumbs">
        {crumbs.map((crumb, index) => (
          <AriaBreadcrumb key={crumb.id} id={crumb.id} className="wm-crumb">
            <Link className="wm-crumb-link" {...(crumb.href === undefined ? {} : { href: crumb.href })}>
              {crumb.label}
            </Link>
            {index < crumbs.length - 1 ? <ChevronRight aria-hidden="true" /> : null}
          </AriaBreadcrumb>
        ))}
      </Breadcrumbs>
    </nav>
  );
}
