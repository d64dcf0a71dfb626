import type { FailedTest, Version } from '#api/versions.ts';
import { Badge } from '#ui/badge.tsx';
import { counted } from '../words/count.ts';

/** How the tests in the file ended when it was published; nothing where it has none. */
export function TestsBadge({ tests }: Pick<Version, 'tests'>) {
  if (tests === null || tests.all === 0) return null;
  const failed = tests.all - tests.passed;
  return failed === 0 ? (
    <Badge tone="success">{counted(tests.all, 'test')} passed</Badge>
  ) : (
    <Badge tone="danger">
      {failed} of {counted(tests.all, 'test')} failed
    </Badge>
  );
}

/** The tests that failed at publication, with what was expected and what came. */
export function FailedTests({
  tests,
  failed,
}: {
  readonly tests: Version['tests'];
  readonly failed: readonly FailedTest[];
}) {
  if (tests === null) return <p className="wc-muted">They were not run when this version was published.</p>;
  if (tests.all === 0) return <p className="wc-muted">The file has no tests.</p>;
  const more = tests.all - tests.passed - failed.length;
  if (failed.length === 0) return <p className="wc-muted">All {tests.all} passed when it was published.</p>;
  return (
    <ul className="wc-problems">
      {failed.map(({ id, name, failures }) => (
        <li key={id}>
          <Badge tone="danger">Failed</Badge>
          <span>
            {name}: {failures.join('. ')}
          </span>
        </li>
      ))}
      {more > 0 ? <li>And {more} more.</li> : null}
    </ul>
  );
}
