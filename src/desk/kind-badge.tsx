import type { SessionKind } from '#api/sessions.ts';
import { Badge } from '#ui/badge.tsx';

/** Marks what is not a real contact; a live session needs no mark. */
export function KindBadge({ kind }: { readonly kind: SessionKind | undefined }) {
  if (kind === 'test') return <Badge tone="warning">Test</Badge>;
  if (kind === 'practice') return <Badge tone="warning">Practice</Badge>;
  return null;
}
