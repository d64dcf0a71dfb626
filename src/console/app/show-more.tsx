import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import type { MoreToRead } from './loaded.tsx';

/** Below a list of which there is more: the way to read on; where that failed, why. */
export function ShowMore({ query, children }: { readonly query: MoreToRead; readonly children: ReactNode }) {
  if (!query.hasNextPage) return null;
  const read = () => void query.fetchNextPage();
  if (query.isFetchNextPageError && query.error) return <FailureBanner error={query.error} onRetry={read} />;
  return (
    <div>
      <Button size="small" onPress={read} isPending={query.isFetchingNextPage}>
        {children}
      </Button>
    </div>
  );
}
