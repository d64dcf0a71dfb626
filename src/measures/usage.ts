import { groupBy } from './group-by.ts';
import type { Measure } from './measure.ts';

export type UsageRow = {
  readonly element: string;
  readonly entered: number;
  /** Left for another element, by whatever exit. */
  readonly left: number;
  /** Left with nothing after it: the session ended here. */
  readonly ended: number;
  /** Not left yet. */
  readonly still: number;
};

/** For each element: entered = left + ended here + still here. */
export const usage: Measure<UsageRow> = {
  id: 'usage',
  title: 'Usage',
  says: 'How often people came to this element.',
  per: 'element',
  unit: 'count',
  keys: ['element'],
  recount: ({ visits }) =>
    groupBy(visits, (visit) => visit.element).map(([element, all]) => ({
      element,
      entered: all.length,
      left: all.filter((visit) => visit.leftAt !== null && visit.to !== null).length,
      ended: all.filter((visit) => visit.leftAt !== null && visit.to === null).length,
      still: all.filter((visit) => visit.leftAt === null).length,
    })),
  sql: `select element,
    count(*)::integer as entered,
    (count(*) filter (where not still and next is not null))::integer as "left",
    (count(*) filter (where not still and next is null))::integer as ended,
    (count(*) filter (where still))::integer as still
  from visit group by element`,
  figure: (row) => row.entered,
};
