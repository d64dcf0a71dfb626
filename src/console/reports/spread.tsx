import { useQuery } from '@tanstack/react-query';
import { type ElementFlow, reportRoutes } from '#api/reports.ts';
import type { QueryOf } from '#api/route.ts';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { binsOf } from '../charts/bins.ts';
import { Histogram } from '../charts/histogram.tsx';
import { readingOn } from '../data/reading.ts';
import { countWords, SLOWEST_FROM } from '../words/count.ts';
import { durationWords } from '../words/duration.ts';

/** How many of the latest sessions the chart is drawn from. */
const LATEST = 200;

export interface SpreadProps {
  readonly flow: ElementFlow;
  readonly query: QueryOf<typeof reportRoutes.sessions>;
}

/** How the times at an element are spread, over the latest sessions that were there. */
export function Spread({ flow, query }: SpreadProps) {
  const account = useAccountId();
  const sessions = useQuery(readingOn(reportRoutes.sessions, { account }, { ...query, limit: LATEST }));
  if (flow.time.n === 0 || flow.time.p90 === 0) return null;
  const { p50, p90 } = flow.time;
  return (
    <Loaded query={sessions} lines={4}>
      {({ items }) => (
        <Histogram
          title={`Time here in the latest ${countWords(items.length)} sessions`}
          bins={binsOf(items.map((session) => session.active))}
          marks={[
            ...(p50 === null ? [] : [{ kind: 'median' as const, at: p50, label: `Median ${durationWords(p50)}` }]),
            ...(p90 === null
              ? []
              : [{ kind: 'slow' as const, at: p90, label: `${SLOWEST_FROM} ${durationWords(p90)}` }]),
            ...(flow.target === null
              ? []
              : [{ kind: 'target' as const, at: flow.target, label: `Target ${durationWords(flow.target)}` }]),
          ]}
        />
      )}
    </Loaded>
  );
}
