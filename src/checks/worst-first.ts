import type { Problem, Severity } from '#contract/problem.ts';

const RANK = { error: 0, warning: 1, info: 2 } as const satisfies Record<Severity, number>;

/** The order in which problems are shown. */
export function worstFirst(a: Pick<Problem, 'severity'>, b: Pick<Problem, 'severity'>): number {
  return RANK[a.severity] - RANK[b.severity];
}
