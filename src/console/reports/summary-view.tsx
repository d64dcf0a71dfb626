import { useQuery } from '@tanstack/react-query';
import { reportRoutes } from '#api/reports.ts';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingOn } from '../data/reading.ts';
import type { ReportProps } from './report-props.ts';
import { Summary } from './summary.tsx';

/** How the sessions of the period went. */
export function SummaryView({ row, cut, onOpen }: ReportProps) {
  const account = useAccountId();
  const summary = useQuery(readingOn(reportRoutes.summary, { account }, { interaction: row.id, ...cut }));
  return (
    <Loaded query={summary} lines={8}>
      {(report) => <Summary report={report} onSessions={(which) => onOpen({ view: 'sessions', ...which })} />}
    </Loaded>
  );
}
