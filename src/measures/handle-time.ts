import { type Distribution, distributionOf } from './distribution.ts';
import type { Measure } from './measure.ts';

export type HandleTimeRow = Distribution;

/** Time of a whole session, in use and not, over sessions that ended; paused time is left out. */
export const handleTime: Measure<HandleTimeRow> = {
  id: 'handle-time',
  title: 'Handle time',
  says: 'How long a session takes from its first page to its end, without the time it was paused.',
  per: 'all',
  unit: 'milliseconds',
  keys: [],
  recount: ({ visits, sessions }) => {
    const spent = new Map<string, number>();
    for (const visit of visits) spent.set(visit.session, (spent.get(visit.session) ?? 0) + visit.active + visit.idle);
    const ended = sessions.filter((session) => session.outcome !== null);
    return [distributionOf(ended.map((session) => spent.get(session.session) ?? 0))];
  },
  sql: `select count(*)::integer as n,
    avg(active + idle)::double as mean,
    quantile_cont((active + idle)::double, 0.5) as p50,
    quantile_cont((active + idle)::double, 0.9) as p90
  from session where outcome is not null`,
  figure: (row) => row.p50,
};
