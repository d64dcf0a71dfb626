import type { InteractionRow } from '#api/interactions.ts';
import type { TableColumn } from '#ui/table-types.ts';
import { Moment } from '../app/moment.tsx';
import { StatusBadge } from '../versions/status.tsx';
import { countWords } from '../words/count.ts';
import { ProblemCounts } from './problem-counts.tsx';
import { RowActions } from './row-actions.tsx';

/** What the Interactions page says of each Interaction. */
export function interactionColumns(acts: {
  readonly onDelete: (row: InteractionRow) => void;
}): readonly TableColumn<InteractionRow>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      isRowHeader: true,
      cell: (row) => (
        <span className="wc-name">
          <strong>{row.name}</strong>
          {row.folder ? <small>{row.folder.name}</small> : null}
        </span>
      ),
    },
    { id: 'status', header: 'Status', cell: (row) => <Statuses row={row} /> },
    {
      id: 'description',
      header: 'Description',
      cell: (row) => <span className="wc-two-lines">{row.description}</span>,
    },
    {
      id: 'modified',
      header: 'Last modified',
      cell: (row) => (
        <span className="wc-name">
          <Moment at={row.modifiedAt} />
          <small>{row.modifiedBy.name}</small>
        </span>
      ),
    },
    {
      id: 'sessions',
      header: 'Sessions (7 days)',
      isNumber: true,
      cell: (row) => countWords(row.sessionsLastWeek),
    },
    { id: 'problems', header: 'Problems', cell: (row) => <ProblemCounts {...row.problems} /> },
    {
      id: 'requests',
      header: 'Change requests',
      isNumber: true,
      cell: (row) => countWords(row.openChangeRequests),
    },
    {
      id: 'actions',
      header: 'Actions',
      isHeaderHidden: true,
      cell: (row) => <RowActions row={row} onDelete={() => acts.onDelete(row)} />,
    },
  ];
}

/** The live version's status, and that of a newer one beside it. */
export function Statuses({ row }: { readonly row: Pick<InteractionRow, 'live' | 'newest'> }) {
  const { live, newest } = row;
  return (
    <span className="wc-badges">
      {live === null ? null : <StatusBadge status="live" number={live} />}
      {live === newest.number ? null : <StatusBadge status={newest.status} number={newest.number} />}
    </span>
  );
}
