import type { ReactNode } from 'react';

/** What a row of a table is called: a long name takes a second line and pushes nothing out of sight. */
export function RowName({ children }: { readonly children: ReactNode }) {
  return (
    <span className="wc-name wc-name-only">
      <strong>{children}</strong>
    </span>
  );
}
