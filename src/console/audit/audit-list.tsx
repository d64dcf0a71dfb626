import { useInfiniteQuery } from '@tanstack/react-query';
import { ScrollText } from 'lucide-react';
import { auditRoutes } from '#api/audit.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loaded } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { detailWords, sentenceOf } from './sentences.ts';

/** The audit log as sentences, the newest first; of one object, or of the whole account. */
export function AuditList({ object }: { readonly object?: string }) {
  const account = useAccountId();
  const log = useInfiniteQuery(readingPages(auditRoutes.list, { account }, object === undefined ? {} : { object }));
  return (
    <Loaded query={log} lines={8}>
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.items);
        if (entries.length === 0) {
          return (
            <EmptyState icon={<ScrollText />} title="Nothing is recorded yet">
              Who publishes, decides, changes or deletes something is recorded here.
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
            {log.hasNextPage ? (
              <Button onPress={() => void log.fetchNextPage()} isPending={log.isFetchingNextPage}>
                Show older entries
              </Button>
            ) : null}
          </div>
        );
      }}
    </Loaded>
  );
}
