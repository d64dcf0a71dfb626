import { type Distribution, distributionOf } from './distribution.ts';
import { groupBy } from './group-by.ts';
import type { Measure } from './measure.ts';

export type TimeRow = Distribution & {
  readonly element: string;
  /** Milliseconds without use, on the average. The distribution is of the time in use. */
  readonly idle: number | null;
};

/** Time in use at each element, over visits that are over; paused time is in neither figure. */
export const time: Measure<TimeRow> = {
  id: 'time',
  title: 'Time',
  says: 'How long people are busy here: half of them longer than the median.',
  per: 'element',
  unit: 'milliseconds',
  keys: ['element'],
  recount: ({ visits }) =>
    groupBy(
      visits.filter((visit) => visit.leftAt !== null),
      (visit) => visit.element,
    ).map(([element, all]) => ({
      element,
      ...distributionOf(all.map((visit) => visit.active)),
      idle: distributionOf(all.map((visit) => visit.idle)).mean,
    })),
  sql: `select element,
    count(*)::integer as n,
    avg(active)::double as mean,
    quantile_cont(active::double, 0.5) as p50,
    quantile_cont(active::double, 0.9) as p90,
    avg(idle)::double as idle
  from visit where not still group by element`,
  figure: (row) => row.p50,
};
