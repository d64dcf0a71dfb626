import type { Went } from '#api/reports.ts';
import { ENGINE_OUTCOMES } from '#contract/event.ts';

/** What the engine itself calls the end of a session; `transferred` is the outcome of one that was handed on. */
const BY_OUTCOME: { readonly [outcome: string]: Went } = {
  [ENGINE_OUTCOMES.timedOut]: 'timedOut',
  [ENGINE_OUTCOMES.quit]: 'quit',
  transferred: 'transferred',
  [ENGINE_OUTCOMES.failed]: 'failed',
};

/** How a session went, by its outcome; without one it is still running. Any outcome of the account is a completed session. */
export function wentWith(outcome: string | null): Went {
  return outcome === null ? 'running' : (BY_OUTCOME[outcome] ?? 'completed');
}

/** The same as a condition on the sessions of the replica. */
export function whereWent(went: Went): string {
  if (went === 'running') return 'session.outcome is null';
  const outcomes = Object.keys(BY_OUTCOME).filter((outcome) => went === 'completed' || BY_OUTCOME[outcome] === went);
  const listed = outcomes.map((outcome) => `'${outcome}'`).join(', ');
  return went === 'completed'
    ? `session.outcome is not null and session.outcome not in (${listed})`
    : `session.outcome in (${listed})`;
}
