import type { InteractionRow } from '#api/interactions.ts';
import { AuditList } from '../audit/audit-list.tsx';

/** Everything that happened to the Interaction, in sentences. */
export function HistoryTab({ row }: { readonly row: InteractionRow }) {
  return <AuditList object={`interaction:${row.id}`} />;
}
