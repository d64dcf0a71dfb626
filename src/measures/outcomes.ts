import { groupBy } from './group-by.ts';
import type { Measure } from './measure.ts';

export type OutcomeRow = {
  /** Null: still running or paused. */
  readonly outcome: string | null;
  readonly sessions: number;
};

/** Sessions by how they ended; together they are the sessions that were started. */
export const outcomes: Measure<OutcomeRow> = {
  id: 'outcomes',
  title: 'Outcomes',
  says: 'How many sessions ended in this way.',
  per: 'outcome',
  unit: 'count',
  keys: ['outcome'],
  recount: ({ sessions }) =>
    groupBy(sessions, (session) => JSON.stringify(session.outcome)).map(([, all]) => ({
      outcome: all[0]?.outcome ?? null,
      sessions: all.length,
    })),
  sql: 'select outcome, count(*)::integer as sessions from session group by outcome',
  figure: (row) => row.sessions,
};
