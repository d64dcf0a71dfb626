import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { TableState } from '#ui/table-types.ts';
import { failureWords } from '../data/failure.ts';

export interface LoadedProps<T> {
  readonly query: Pick<UseQueryResult<T>, 'data' | 'error' | 'refetch'>;
  /** Lines to keep free while it loads. */
  readonly lines?: number;
  readonly children: (data: T) => ReactNode;
}

/** What was read; while it is not there, its place; where it failed, why, and the way to try again. */
export function Loaded<T>({ query, lines = 4, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <FailureBanner error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div aria-busy="true">
      <Skeleton lines={lines} height="1.25rem" />
    </div>
  );
}

export function FailureBanner({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  return (
    <Banner
      tone="danger"
      isLive
      {...failureWords(error)}
      actions={
        onRetry ? (
          <Button size="small" onPress={onRetry}>
            Try again
          </Button>
        ) : null
      }
    />
  );
}

/** The same three states inside a table. */
export function tableState<T>(
  query: { readonly error: Error | null; readonly refetch: () => unknown },
  items: readonly T[] | undefined,
): TableState<T> {
  if (items) return { kind: 'ready', items };
  if (query.error) return { kind: 'error', problem: failureWords(query.error), onRetry: () => void query.refetch() };
  return { kind: 'loading' };
}
