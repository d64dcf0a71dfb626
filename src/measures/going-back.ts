import { groupBy } from './group-by.ts';
import { type Measure, share } from './measure.ts';

export type GoingBackRow = {
  readonly element: string;
  readonly entered: number;
  /** Visits from which somebody went back to an earlier page. */
  readonly back: number;
  /** Visits that somebody made by going back to this element. */
  readonly returned: number;
};

/** Where people go back from, and to. */
export const goingBack: Measure<GoingBackRow> = {
  id: 'going-back',
  title: 'Going back',
  says: 'The share of visits from which people went back to an earlier page.',
  per: 'element',
  unit: 'share',
  keys: ['element'],
  recount: ({ visits }) => {
    const backs = visits.filter((visit) => visit.leftAt !== null && visit.exit === 'back');
    return groupBy(visits, (visit) => visit.element).map(([element, all]) => ({
      element,
      entered: all.length,
      back: backs.filter((visit) => visit.element === element).length,
      returned: backs.filter((visit) => visit.to === element).length,
    }));
  },
  sql: `select visit.element,
    count(*)::integer as entered,
    (count(*) filter (where not still and exit = 'back'))::integer as back,
    coalesce(any_value(returns.times), 0)::integer as returned
  from visit
  left join (select next as element, count(*) as times from visit where not still and exit = 'back' group by next) returns
    on returns.element = visit.element
  group by visit.element`,
  figure: (row) => share(row.back, row.entered),
};
