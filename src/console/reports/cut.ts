import type { reportRoutes } from '#api/reports.ts';
import type { QueryOf } from '#api/route.ts';
import type { Instant } from '#prelude/ports.ts';
import { periodOf } from './period.ts';
import type { ReportSearch } from './search.ts';

export type Cut = Omit<QueryOf<typeof reportRoutes.flow>, 'interaction'>;

/** Which sessions a report is about, as the API is asked: only live ones; test and practice never mix with them. */
export function cutOf(search: ReportSearch, now: Instant, zone: string): Cut {
  const { from, to } = periodOf(search, now, zone);
  return {
    from,
    to,
    ...(search.versions ? { versions: search.versions } : {}),
    ...(search.client ? { client: search.client } : {}),
  };
}
