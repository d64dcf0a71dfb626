import { groupBy } from './group-by.ts';
import type { Measure } from './measure.ts';

export type TrafficRow = {
  readonly element: string;
  readonly exit: string;
  /** The element that followed; null where the session ended by this exit. */
  readonly next: string | null;
  readonly taken: number;
};

/** How often each way out of each element was taken, and where it led. */
export const traffic: Measure<TrafficRow> = {
  id: 'traffic',
  title: 'Traffic',
  says: 'How often people took this way.',
  per: 'connector',
  unit: 'count',
  keys: ['element', 'exit', 'next'],
  recount: ({ visits }) =>
    groupBy(
      visits.filter((visit) => visit.leftAt !== null),
      (visit) => JSON.stringify([visit.element, visit.exit, visit.to]),
    ).map(([, all]) => ({
      element: all[0]?.element ?? '',
      exit: all[0]?.exit ?? '',
      next: all[0]?.to ?? null,
      taken: all.length,
    })),
  sql: `select element, exit, next, count(*)::integer as taken
  from visit where not still group by element, exit, next`,
  figure: (row) => row.taken,
};
