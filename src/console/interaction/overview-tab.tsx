import { useQuery } from '@tanstack/react-query';
import type { InteractionRow } from '#api/interactions.ts';
import { type VersionDetail, versionRoutes } from '#api/versions.ts';
import { Loaded } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { HeldUpBanner } from '../versions/held-up.tsx';
import { AccountProblems, CalledProblems, ProblemList } from '../versions/problem-list.tsx';
import { StatusBadge } from '../versions/status.tsx';
import { VersionActions } from '../versions/version-actions.tsx';
import { VersionHistory } from '../versions/version-history.tsx';
import { CLIENT_WORDS, languageWords } from '../words/names.ts';

/** What it is, where its newest version stands, and what is due. */
export function OverviewTab({ row }: { readonly row: InteractionRow }) {
  const account = useAccountId();
  const newest = useQuery(reading(versionRoutes.read, { account, interaction: row.id, version: row.newest.number }));
  return (
    <div className="wc-stack">
      <section className="wc-card">
        <h2>About</h2>
        <dl className="wc-facts">
          <dt>Description</dt>
          <dd>{row.description || <span className="wc-muted">None</span>}</dd>
          <dt>Folder</dt>
          <dd>{row.folder?.name ?? <span className="wc-muted">None</span>}</dd>
          <dt>Live</dt>
          <dd>{row.live === null ? 'No version is live' : `Version ${row.live}`}</dd>
          <dt>Last modified</dt>
          <dd>
            <Moment at={row.modifiedAt} as="when" /> by {row.modifiedBy.name}
          </dd>
        </dl>
      </section>
      <Loaded query={newest}>{(version) => <Newest version={version} />}</Loaded>
    </div>
  );
}

function Newest({ version }: { readonly version: VersionDetail }) {
  return (
    <section className="wc-card wc-stack">
      <header className="wc-version-head">
        <h2>Newest version: {version.number}</h2>
        <StatusBadge status={version.status} />
        <div className="wc-version-actions">
          <VersionActions version={version} />
        </div>
      </header>
      {version.note ? <p className="wc-quote">{version.note}</p> : null}
      <HeldUpBanner version={version} />
      <dl className="wc-facts">
        <dt>Clients</dt>
        <dd>{version.clients.map((client) => CLIENT_WORDS[client]).join(', ')}</dd>
        <dt>Languages</dt>
        <dd>{version.languages.map(languageWords).join(', ')}</dd>
        <dt>Elements</dt>
        <dd>{version.elements}</dd>
      </dl>
      <div className="wc-columns">
        <section className="wc-stack-tight">
          <h3>Problems</h3>
          <ProblemList problems={version.problemList} />
          <AccountProblems problems={version.accountProblems} />
          <CalledProblems problems={version.calledProblems} />
        </section>
        <section className="wc-stack-tight">
          <h3>Decisions</h3>
          <VersionHistory history={version.history} />
        </section>
      </div>
    </section>
  );
}
