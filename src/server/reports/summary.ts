import type { SummaryReport } from '#api/reports.ts';
import { ENGINE_OUTCOMES } from '#contract/event.ts';
import { MEASURES } from '#measures/measures.ts';
import type { Cut } from '#store/replica/evidence.ts';
import type { Replica } from '#store/replica/replica.ts';
import type { AccountScope } from '#store/scope.ts';
import { countedAs, type KnownOutcome } from '../outcomes/known.ts';
import { take } from './ask.ts';

/** The outcome of a session that was handed on. */
const TRANSFERRED = 'transferred';

const NOT_COMPLETED: readonly string[] = [
  ENGINE_OUTCOMES.timedOut,
  ENGINE_OUTCOMES.quit,
  ENGINE_OUTCOMES.failed,
  TRANSFERRED,
];

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
  const sessionsWith = (wanted: (outcome: string | null) => boolean) =>
    outcomes.filter(({ outcome }) => wanted(outcome)).reduce((sum, { sessions }) => sum + sessions, 0);
  return {
    fedUntil: replica.fedUntil,
    started: sessionsWith(() => true),
    completed: sessionsWith((outcome) => outcome !== null && !NOT_COMPLETED.includes(outcome)),
    timedOut: sessionsWith((outcome) => outcome === ENGINE_OUTCOMES.timedOut),
    quit: sessionsWith((outcome) => outcome === ENGINE_OUTCOMES.quit),
    transferred: sessionsWith((outcome) => outcome === TRANSFERRED),
    failed: sessionsWith((outcome) => outcome === ENGINE_OUTCOMES.failed),
    running: sessionsWith((outcome) => outcome === null),
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
