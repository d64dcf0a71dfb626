import { useInfiniteQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { type InteractionRow, interactionRoutes } from '#api/interactions.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Table } from '#ui/table.tsx';
import type { TableColumn } from '#ui/table-types.ts';
import { showToast } from '#ui/toasts.ts';
import { moreOf, tableState } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { RowName } from '../app/row-name.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import { Statuses } from '../interactions/columns.tsx';

function columns(onRestore: (row: InteractionRow) => void): readonly TableColumn<InteractionRow>[] {
  return [
    { id: 'name', header: 'Name', isRowHeader: true, cell: (row) => <RowName>{row.name}</RowName> },
    { id: 'status', header: 'Status', cell: (row) => <Statuses row={row} /> },
    {
      id: 'deleted',
      header: 'Deleted',
      cell: (row) => (row.trashedAt === null ? null : <Moment at={row.trashedAt} />),
    },
    {
      id: 'actions',
      header: 'Actions',
      isHeaderHidden: true,
      cell: (row) =>
        row.abilities.includes('restore') ? (
          <Button size="small" onPress={() => onRestore(row)} aria-label={`Restore ${row.name}`}>
            Restore
          </Button>
        ) : null,
    },
  ];
}

/** Deleted Interactions, for thirty days. */
export function Trash() {
  const account = useAccountId();
  const trash = useInfiniteQuery(readingPages(interactionRoutes.list, { account }, { trash: 'true' }));
  const items = trash.data?.pages.flatMap((page) => page.items);
  const restore = useWriting(interactionRoutes.restore, (row) => showToast({ text: `“${row.name}” restored` }));
  return (
    <div className="wc-stack">
      <p className="wc-muted">
        What is deleted stays here for 30 days. Then it is gone with its working copies, comments and change requests;
        the reports of its sessions stay readable.
      </p>
      {restore.error ? <FailureBanner error={restore.error} /> : null}
      <Table
        label="Trash"
        columns={columns((row) => restore.mutate({ params: { account, interaction: row.id } }))}
        getId={(row) => row.id}
        state={tableState(trash, items)}
        more={moreOf(trash)}
        empty={<EmptyState icon={<Trash2 />} title="The trash is empty" />}
      />
    </div>
  );
}
