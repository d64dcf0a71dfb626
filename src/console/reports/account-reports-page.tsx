import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { reportRoutes } from '#api/reports.ts';
import { Page } from '#ui/page.tsx';
import { Loaded } from '../app/loaded.tsx';
import { useAccount, useAccountId } from '../app/who.tsx';
import { readingOn } from '../data/reading.ts';
import { type Cut, cutOf } from './cut.ts';
import { EachInteraction } from './each-interaction.tsx';
import { OwnTeams } from './own-teams.tsx';
import { ReportFilters } from './report-filters.tsx';
import { Summary } from './summary.tsx';
import './reports.css';

const route = getRouteApi('/console/reports');

/** How the sessions of the whole account went, and those of each Interaction, with the way to its own reports. */
export function AccountReportsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const known = useAccount();
  const { period, from, to, client } = search;
  return (
    <Page title="Reports">
      <ReportFilters
        search={search}
        onChange={(changed) => void navigate({ search: (now) => ({ ...now, ...changed }), replace: true })}
      />
      <OwnTeams />
      <Loaded query={known} lines={8}>
        {({ settings }) => {
          const cut = cutOf({ period, from, to, client }, Date.now(), settings.timeZone);
          return (
            <>
              <Whole cut={cut} />
              <EachInteraction cut={cut} search={{ period, from, to, client }} />
            </>
          );
        }}
      </Loaded>
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
