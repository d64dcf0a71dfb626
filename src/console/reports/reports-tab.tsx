import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { InteractionRow } from '#api/interactions.ts';
import { Tabs } from '#ui/tabs.tsx';
import { Loaded } from '../app/loaded.tsx';
import { useAccount } from '../app/who.tsx';
import { cutOf } from './cut.ts';
import { FlowView } from './flow-view.tsx';
import { OwnTeams } from './own-teams.tsx';
import { ReportFilters } from './report-filters.tsx';
import type { REPORT_VIEWS, ReportSearch } from './search.ts';
import { SessionsView } from './sessions-view.tsx';
import { SummaryView } from './summary-view.tsx';
import './reports.css';

const route = getRouteApi('/console/interactions/$interaction/$tab');

type View = (typeof REPORT_VIEWS)[number];

/** The reports of one Interaction. */
export function ReportsTab({ row }: { readonly row: InteractionRow }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const account = useAccount();
  const change = useCallback(
    (changed: Partial<ReportSearch>) => void navigate({ search: (now) => ({ ...now, ...changed }), replace: true }),
    [navigate],
  );
  const open = (changed: Partial<ReportSearch>) => void navigate({ search: (now) => ({ ...now, ...changed }) });
  const select = (view: View) =>
    open({ view, element: undefined, exit: undefined, outcome: undefined, went: undefined, slowest: undefined });
  // Days begin by the account's clock: nothing is asked before it is known.
  return (
    <Loaded query={account} lines={10}>
      {({ settings }) => {
        const cut = cutOf(search, Date.now(), settings.timeZone);
        const shared = { row, search, cut, onChange: change, onOpen: open };
        return (
          <div className="wc-stack">
            <ReportFilters search={search} onChange={change} interaction={row.id} />
            <OwnTeams />
            <Tabs<View>
              label="Reports"
              selected={search.view ?? 'summary'}
              onSelect={select}
              tabs={[
                { id: 'summary', label: 'Summary', content: <SummaryView {...shared} /> },
                { id: 'flow', label: 'Flow', content: <FlowView {...shared} /> },
                { id: 'sessions', label: 'Sessions', content: <SessionsView {...shared} /> },
              ]}
            />
          </div>
        );
      }}
    </Loaded>
  );
}
