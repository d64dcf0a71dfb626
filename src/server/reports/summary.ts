import type { SummaryReport, Went } from '#api/reports.ts';
import { MEASURES } from '#measures/measures.ts';
import type { Cut } from '#store/replica/evidence.ts';
import type { Replica } from '#store/replica/replica.ts';
import type { AccountScope } from '#store/scope.ts';
import { countedAs, type KnownOutcome } from '../outcomes/known.ts';
import { take } from './ask.ts';
import { wentWith } from './went.ts';

/** How the sessions of a cut went: started = running + all that ended, by whatever outcome. */
export async function summaryOf(
  scope: AccountScope,
  replica: Replica,
  cut: Cut,
  known: readonly KnownOutcome[],
): Promise<SummaryReport> {
  const [outcomes, [handleTime]] = await Promise.all([
    take(scope, replica, cut, MEASURES.outcomes),
    take(scope, replica, cut, MEASURES['handle-time']),
  ]);
  const went: Record<Went, number> = { completed: 0, timedOut: 0, quit: 0, transferred: 0, failed: 0, running: 0 };
  for (const { outcome, sessions } of outcomes) went[wentWith(outcome)] += sessions;
  return {
    fedUntil: replica.fedUntil,
    started: outcomes.reduce((sum, { sessions }) => sum + sessions, 0),
    ...went,
    byOutcome: countedTogether(outcomes, known).toSorted(
      (a, b) => b.sessions - a.sessions || (a.outcome < b.outcome ? -1 : 1),
    ),
    handleTime: handleTime ?? { n: 0, mean: null, p50: null, p90: null },
  };
}

/** Outcomes that were merged count as one. */
function countedTogether(
  rows: readonly { readonly outcome: string | null; readonly sessions: number }[],
  known: readonly KnownOutcome[],
): SummaryReport['byOutcome'] {
  const counts = new Map<string, number>();
  for (const { outcome, sessions } of rows) {
    if (outcome === null) continue;
    const key = countedAs(known, outcome);
    counts.set(key, (counts.get(key) ?? 0) + sessions);
  }
  return [...counts].map(([outcome, sessions]) => ({ outcome, sessions }));
}
