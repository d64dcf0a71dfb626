import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { type InteractionsReport, reportRoutes } from '#api/reports.ts';
import { Badge } from '#ui/badge.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { Table } from '#ui/table.tsx';
import type { TableColumn } from '#ui/table-types.ts';
import { interactionAddress, interactionsAddress } from '../app/addresses.ts';
import { tableState } from '../app/loaded.tsx';
import { RowName } from '../app/row-name.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingOn } from '../data/reading.ts';
import { counted, countWords, shareWords } from '../words/count.ts';
import { durationWords } from '../words/duration.ts';
import type { Cut } from './cut.ts';
import type { ReportSearch } from './search.ts';

type Item = InteractionsReport['items'][number];

const COLUMNS: readonly TableColumn<Item>[] = [
  {
    id: 'name',
    header: 'Interaction',
    isRowHeader: true,
    cell: ({ interaction: { name, deleted } }) =>
      deleted ? (
        <span className="wc-row">
          {name} <Badge>Deleted</Badge>
        </span>
      ) : (
        <RowName>{name}</RowName>
      ),
  },
  { id: 'started', header: 'Started', isNumber: true, cell: ({ started }) => countWords(started) },
  { id: 'completed', header: 'Completed', isNumber: true, cell: ({ completed }) => countWords(completed) },
  {
    id: 'share',
    header: 'Share completed',
    isNumber: true,
    cell: ({ started, completed }) => shareWords(completed / started),
  },
  { id: 'time', header: 'Median handle time', isNumber: true, cell: ({ handleTime }) => durationWords(handleTime) },
];

export interface EachInteractionProps {
  readonly cut: Omit<Cut, 'versions'>;
  /** What the reports of one Interaction are opened with. */
  readonly search: Pick<ReportSearch, 'period' | 'from' | 'to' | 'client'>;
}

/** The Interactions that had sessions in the period, the busiest first, and how many had none. */
export function EachInteraction({ cut, search }: EachInteractionProps) {
  const account = useAccountId();
  const report = useQuery(readingOn(reportRoutes.interactions, { account }, cut));
  const without = report.data?.without ?? 0;
  return (
    <section className="wc-stack-tight">
      <h2>Reports of each Interaction</h2>
      <Table
        label="Interactions"
        columns={COLUMNS}
        getId={({ interaction }) => interaction.id}
        state={tableState(report, report.data?.items)}
        getHref={({ interaction: { id, deleted } }) =>
          deleted ? undefined : interactionAddress(account, id, 'reports', { view: 'flow', ...search })
        }
        empty={
          <EmptyState icon={<ChartColumn />} title="No Interaction had sessions in this period">
            Choose a longer period or all clients.
          </EmptyState>
        }
      />
      {without > 0 ? (
        <p className="wc-muted">
          {counted(without, 'Interaction')} had no sessions in this period.{' '}
          <Link href={interactionsAddress(account)}>Show all Interactions</Link>
        </p>
      ) : null}
    </section>
  );
}
