import { type Distribution, distributionOf } from './distribution.ts';
import { groupBy } from './group-by.ts';
import type { Measure } from './measure.ts';

export type TimeRow = Distribution & {
  readonly element: string;
  /** Milliseconds without use, on the average. The distribution is of the time in use. */
  readonly idle: number | null;
  /** Milliseconds in use in the Interaction that it calls, on the average; in no other figure here. */
  readonly inside: number | null;
};

/**
 * Time in use at each element, over visits that are over; paused time is in no figure. Time in a called Interaction is
 * that of the elements there, so that no moment counts twice; the calling element tells it apart.
 */
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
      inside: distributionOf(all.map((visit) => visit.inside)).mean,
    })),
  sql: `select element,
    count(*)::integer as n,
    avg(active)::double as mean,
    quantile_cont(active::double, 0.5) as p50,
    quantile_cont(active::double, 0.9) as p90,
    avg(idle)::double as idle,
    avg(inside)::double as inside
  from visit where not still group by element`,
  figure: (row) => row.p50,
};
