import type { InteractionRow } from '#api/interactions.ts';
import { RequestList } from './request-list.tsx';

/** The change requests of one Interaction. */
export function ChangeRequestsTab({ row }: { readonly row: InteractionRow }) {
  return <RequestList query={{ interaction: row.id }} isAlone />;
}
