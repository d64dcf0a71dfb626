import type { Problem } from '#contract/problem.ts';
import { Banner } from '#ui/banner.tsx';

/** As many as are worth reading before publishing; the version's page shows all. */
const MOST = 5;

/** What the Interaction expects of the account and does not find there; it can be published all the same. */
export function AccountProblems({ problems }: { problems: readonly Pick<Problem, 'path' | 'code' | 'message'>[] }) {
  if (problems.length === 0) return null;
  const more = problems.length - MOST;
  return (
    <Banner
      tone="warning"
      title={problems.length === 1 ? '1 warning from the account' : `${problems.length} warnings from the account`}
    >
      <ul className="publish-lacks">
        {problems.slice(0, MOST).map(({ path, code, message }) => (
          <li key={`${code} ${path}`}>{message}</li>
        ))}
        {more > 0 ? <li>And {more} more, on the page of the version.</li> : null}
      </ul>
    </Banner>
  );
}
