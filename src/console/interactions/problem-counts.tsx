import { Badge } from '#ui/badge.tsx';
import { counted } from '../words/count.ts';

/** `2 errors, 1 warning`; said aloud and seen when there are none, too. */
export function ProblemCounts({ errors, warnings }: { readonly errors: number; readonly warnings: number }) {
  if (errors === 0 && warnings === 0) return <span className="wc-muted">None</span>;
  return (
    <span className="wc-badges">
      {errors > 0 ? <Badge tone="danger">{counted(errors, 'error')}</Badge> : null}
      {warnings > 0 ? <Badge tone="warning">{counted(warnings, 'warning')}</Badge> : null}
    </span>
  );
}
