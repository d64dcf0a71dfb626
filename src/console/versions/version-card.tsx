import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Version, versionRoutes } from '#api/versions.ts';
import { Loaded } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { ProblemCounts } from '../interactions/problem-counts.tsx';
import { counted } from '../words/count.ts';
import { FailedTests, TestsBadge } from './failed-tests.tsx';
import { HeldUpBanner } from './held-up.tsx';
import { AccountProblems, CalledProblems, ProblemList } from './problem-list.tsx';
import { StatusBadge } from './status.tsx';
import { VersionActions } from './version-actions.tsx';
import { VersionHistory } from './version-history.tsx';
import './version-card.css';

/** One version: where it stands, what it says, who decided what, and what may be done with it. */
export function VersionCard({ version }: { readonly version: Version }) {
  const account = useAccountId();
  const [isOpen, setOpen] = useState(false);
  const detail = useQuery({
    ...reading(versionRoutes.read, { account, interaction: version.interaction.id, version: version.number }),
    enabled: isOpen,
  });
  return (
    <article className="wc-card wc-version" aria-label={`Version ${version.number}`}>
      <header className="wc-version-head">
        <h2>Version {version.number}</h2>
        <StatusBadge status={version.status} />
        {version.liveSince === null ? null : (
          <span className="wc-muted">
            since <Moment at={version.liveSince} as="when" />
          </span>
        )}
        <div className="wc-version-actions">
          <VersionActions version={version} />
        </div>
      </header>
      {version.note ? <p className="wc-quote">{version.note}</p> : null}
      <HeldUpBanner version={version} />
      <p className="wc-row wc-muted">
        <span>
          Published by {version.publishedBy.name}, <Moment at={version.publishedAt} as="when" />
        </span>
        <span>{counted(version.elements, 'element')}</span>
        {version.answers.length > 0 ? <span>Answers {counted(version.answers.length, 'change request')}</span> : null}
        {version.problems.errors + version.problems.warnings > 0 ? <ProblemCounts {...version.problems} /> : null}
        <TestsBadge tests={version.tests} />
      </p>
      <details className="wc-details" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Decisions, problems and tests</summary>
        <Loaded query={detail} lines={2}>
          {({ history, problemList, accountProblems, calledProblems, tests, failedTests }) => (
            <div className="wc-columns">
              <section className="wc-stack-tight">
                <h3>Decisions</h3>
                <VersionHistory history={history} />
              </section>
              <section className="wc-stack-tight">
                <h3>Problems</h3>
                <ProblemList problems={problemList} />
                <AccountProblems problems={accountProblems} />
                <CalledProblems problems={calledProblems} />
              </section>
              <section className="wc-stack-tight">
                <h3>Tests</h3>
                <FailedTests tests={tests} failed={failedTests} />
              </section>
            </div>
          )}
        </Loaded>
      </details>
    </article>
  );
}
