import { groupBy } from './group-by.ts';
import { type Measure, share } from './measure.ts';

export type DropOffRow = {
  readonly element: string;
  readonly entered: number;
  readonly quit: number;
  readonly expired: number;
  readonly failed: number;
};

/** Sessions that stopped at an element without having been finished. */
export const dropOff: Measure<DropOffRow> = {
  id: 'drop-off',
  title: 'Drop-off',
  says: 'The share of visits at which the session was quit, timed out or failed.',
  per: 'element',
  unit: 'share',
  keys: ['element'],
  recount: ({ visits }) =>
    groupBy(visits, (visit) => visit.element).map(([element, all]) => {
      const by = (exit: string) => all.filter((visit) => visit.leftAt !== null && visit.exit === exit).length;
      return { element, entered: all.length, quit: by('quit'), expired: by('expired'), failed: by('failed') };
    }),
  sql: `select element,
    count(*)::integer as entered,
    (count(*) filter (where not still and exit = 'quit'))::integer as quit,
    (count(*) filter (where not still and exit = 'expired'))::integer as expired,
    (count(*) filter (where not still and exit = 'failed'))::integer as failed
  from visit group by element`,
  figure: (row) => share(row.quit + row.expired + row.failed, row.entered),
};
