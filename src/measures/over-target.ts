import { groupBy } from './group-by.ts';
import { type Measure, share } from './measure.ts';

export type OverTargetRow = {
  readonly element: string;
  /** Visits that are over, at an element whose version sets a target. */
  readonly n: number;
  readonly over: number;
};

/** How many visits took more time in use, in what they called as well, than the target that their own version sets. */
export const overTarget: Measure<OverTargetRow> = {
  id: 'over-target',
  title: 'Over target',
  says: 'The share of visits that took longer than the target time.',
  per: 'element',
  unit: 'share',
  keys: ['element'],
  recount: ({ visits, sessions, targets }) => {
    const versions = new Map(sessions.map(({ session, version }) => [session, version]));
    const target = new Map(targets.map((one) => [`${one.version} ${one.element}`, one.target]));
    const measured = visits.flatMap((visit) => {
      const allowed = target.get(`${versions.get(visit.session)} ${visit.element}`);
      return visit.leftAt === null || allowed === undefined
        ? []
        : [{ element: visit.element, over: visit.active + visit.inside > allowed }];
    });
    return groupBy(measured, (one) => one.element).map(([element, all]) => ({
      element,
      n: all.length,
      over: all.filter((one) => one.over).length,
    }));
  },
  sql: `select visit.element,
    count(*)::integer as n,
    (count(*) filter (where visit.active + visit.inside > target.target))::integer as over
  from visit
  join session on session.session = visit.session
  join target on target.version = session.version and target.element = visit.element
  where not visit.still group by visit.element`,
  figure: (row) => share(row.over, row.n),
};
