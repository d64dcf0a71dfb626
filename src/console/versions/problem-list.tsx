import type { VersionProblem } from '#api/problem.ts';
import { Badge } from '#ui/badge.tsx';

const SEVERITIES = {
  error: { words: 'Error', tone: 'danger' },
  warning: { words: 'Warning', tone: 'warning' },
  info: { words: 'Hint', tone: 'info' },
} as const satisfies Record<VersionProblem['severity'], unknown>;

/** What the checks found, worst first. */
export function ProblemList({ problems }: { readonly problems: readonly VersionProblem[] }) {
  if (problems.length === 0) return <p className="wc-muted">The checks found nothing.</p>;
  const order = Object.keys(SEVERITIES);
  const sorted = problems.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <ul className="wc-problems">
      {sorted.map((problem) => (
        <li key={`${problem.code} ${problem.path} ${problem.message}`}>
          <Badge tone={SEVERITIES[problem.severity].tone}>{SEVERITIES[problem.severity].words}</Badge>
          <span>{problem.message}</span>
        </li>
      ))}
    </ul>
  );
}

/** What a version expects of the account and does not find there now; nothing where it finds all. */
export function AccountProblems({ problems }: { readonly problems: readonly VersionProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <>
      <h3>With the values and outcomes of the account</h3>
      <ProblemList problems={problems} />
    </>
  );
}

/** What others have that a version runs within itself; nothing where they have nothing. */
export function CalledProblems({ problems }: { readonly problems: readonly VersionProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <>
      <h3>With the Interactions that it runs</h3>
      <ProblemList problems={problems} />
    </>
  );
}
