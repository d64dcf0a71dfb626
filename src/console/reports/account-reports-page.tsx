import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Workflow } from 'lucide-react';
import { type InteractionRow, interactionRoutes } from '#api/interactions.ts';
import { reportRoutes } from '#api/reports.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Page } from '#ui/page.tsx';
import { Table } from '#ui/table.tsx';
import type { TableColumn } from '#ui/table-types.ts';
import { interactionAddress } from '../app/addresses.ts';
import { Loaded, tableState } from '../app/loaded.tsx';
import { RowName } from '../app/row-name.tsx';
import { useAccountId, useSettings } from '../app/who.tsx';
import { readingOn, readingPages } from '../data/reading.ts';
import { Statuses } from '../interactions/columns.tsx';
import { countWords } from '../words/count.ts';
import { type Cut, cutOf } from './cut.ts';
import { OwnTeams } from './own-teams.tsx';
import { ReportFilters } from './report-filters.tsx';
import { Summary } from './summary.tsx';
import './reports.css';

const route = getRouteApi('/console/reports');

const COLUMNS: readonly TableColumn<InteractionRow>[] = [
  { id: 'name', header: 'Interaction', isRowHeader: true, cell: (row) => <RowName>{row.name}</RowName> },
  { id: 'status', header: 'Status', cell: (row) => <Statuses row={row} /> },
  { id: 'sessions', header: 'Sessions (7 days)', isNumber: true, cell: (row) => countWords(row.sessionsLastWeek) },
  { id: 'requests', header: 'Open change requests', isNumber: true, cell: (row) => countWords(row.openChangeRequests) },
];

/** How the sessions of the whole account went, and the way to each Interaction's own reports. */
export function AccountReportsPage() {
  const account = useAccountId();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const settings = useSettings();
  const list = useInfiniteQuery(readingPages(interactionRoutes.list, { account }, {}));
  const rows = list.data?.pages.flatMap((page) => page.items);
  const { period, from, to, client } = search;
  return (
    <Page title="Reports">
      <ReportFilters
        search={search}
        onChange={(changed) => void navigate({ search: (now) => ({ ...now, ...changed }), replace: true })}
      />
      <OwnTeams />
      {settings ? <Whole cut={cutOf({ period, from, to, client }, Date.now(), settings.timeZone)} /> : null}
      <section className="wc-stack-tight">
        <h2>Reports of each Interaction</h2>
        <Table
          label="Interactions"
          columns={COLUMNS}
          getId={(row) => row.id}
          state={tableState(list, rows)}
          getHref={(row) => interactionAddress(account, row.id, 'reports', { view: 'flow', period, from, to, client })}
          more={
            list.hasNextPage
              ? { isLoading: list.isFetchingNextPage, onLoad: () => void list.fetchNextPage() }
              : undefined
          }
          empty={<EmptyState icon={<Workflow />} title="No Interactions yet" />}
        />
      </section>
    </Page>
  );
}

function Whole({ cut }: { readonly cut: Cut }) {
  const account = useAccountId();
  const summary = useQuery(readingOn(reportRoutes.summary, { account }, cut));
  return (
    <Loaded query={summary} lines={8}>
      {(report) => <Summary report={report} />}
    </Loaded>
  );
}
