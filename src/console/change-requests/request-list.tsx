import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquareDot } from 'lucide-react';
import { type ChangeRequest, changeRequestRoutes } from '#api/change-requests.ts';
import type { QueryOf } from '#api/route.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Loaded } from '../app/loaded.tsx';
import { ShowMore } from '../app/show-more.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { RequestCard } from './request-card.tsx';

export interface RequestListProps {
  readonly query: QueryOf<typeof changeRequestRoutes.list> & object;
  /** All are of the same Interaction, which is named above already. */
  readonly isAlone: boolean;
}

/** Change requests, the newest first. */
export function RequestList({ query, isAlone }: RequestListProps) {
  const account = useAccountId();
  const requests = useInfiniteQuery(readingPages(changeRequestRoutes.list, { account }, query));
  return (
    <Loaded query={requests} lines={6}>
      {({ pages }) => {
        const items: readonly ChangeRequest[] = pages.flatMap((page) => page.items);
        if (items.length === 0) {
          return (
            <EmptyState icon={<MessageSquareDot />} title="No change requests here">
              In a flow report, choose an element and request a change: it stands here with the figures you saw.
            </EmptyState>
          );
        }
        return (
          <div className="wc-stack">
            {items.map((request) => (
              <RequestCard key={request.id} request={request} isAlone={isAlone} />
            ))}
            <ShowMore query={requests}>Show older requests</ShowMore>
          </div>
        );
      }}
    </Loaded>
  );
}
