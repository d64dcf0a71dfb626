import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText, SearchX } from 'lucide-react';
import { auditRoutes } from '#api/audit.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Loaded } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { ShowMore } from '../app/show-more.tsx';
import { useSearchText } from '../app/use-search-text.ts';
import { useAccountId } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { detailWords, sentenceOf } from './sentences.ts';

/** The audit log of the account, searched by whom and by what it tells of. */
export function AuditLog() {
  const { typed, setTyped, text } = useSearchText();
  return (
    <div className="wc-stack">
      <search className="wc-filters">
        <div className="wc-filter-wide">
          <SearchField label="Search by person, or by what was changed" value={typed} onChange={setTyped} />
        </div>
      </search>
      <AuditList text={text} />
    </div>
  );
}

interface AuditListProps {
  readonly object?: string;
  /** Entries that name it, and those of people who are called so; all where it is empty. */
  readonly text?: string;
}

/** The audit log as sentences, the newest first; of one object, or of the whole account. */
export function AuditList({ object, text = '' }: AuditListProps) {
  const account = useAccountId();
  const query = { ...(object === undefined ? {} : { object }), ...(text === '' ? {} : { text }) };
  const log = useInfiniteQuery(readingPages(auditRoutes.list, { account }, query));
  return (
    <Loaded query={log} lines={8}>
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.items);
        if (entries.length === 0) {
          return text === '' ? (
            <EmptyState icon={<ScrollText />} title="Nothing is recorded yet">
              Who publishes, decides, changes or deletes something is recorded here.
            </EmptyState>
          ) : (
            <EmptyState icon={<SearchX />} title={`Nothing is recorded of “${text}”`}>
              Try a part of a person’s name, or of the name of what was changed.
            </EmptyState>
          );
        }
        return (
          <div className="wc-stack">
            <ol className="wc-card wc-stack">
              {entries.map((entry) => {
                const sentence = sentenceOf(entry);
                const details = detailWords(entry.details);
                return (
                  <li key={entry.number} className="wc-stack-tight">
                    <span>
                      <strong>{sentence.who}</strong> {sentence.did} <strong>{sentence.what}</strong>
                    </span>
                    {entry.why ? <span className="wc-quote">“{entry.why}”</span> : null}
                    <small className="wc-muted">
                      <Moment at={entry.at} as="when" />
                      {details ? ` · ${details}` : ''}
                    </small>
                  </li>
                );
              })}
            </ol>
            <ShowMore query={log}>Show older entries</ShowMore>
          </div>
        );
      }}
    </Loaded>
  );
}
