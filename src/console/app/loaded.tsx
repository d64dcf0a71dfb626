import type { UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { TableProps, TableState } from '#ui/table-types.ts';

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

/** Beside a field whose choices are to be read: where they could not be, which and why. */
export function Unread<T>({ query, what }: Pick<LoadedProps<T>, 'query'> & { readonly what: string }) {
  if (query.data !== undefined || !query.error) return null;
  return <FailureBanner error={query.error} what={what} onRetry={() => void query.refetch()} />;
}

/** The same three states inside a table. */
export function tableState<T>(
  query: { readonly error: Error | null; readonly refetch: () => unknown },
  items: readonly T[] | undefined,
): TableState<T> {
  if (items) return { kind: 'ready', items };
  if (query.error) return { kind: 'error', error: query.error, onRetry: () => void query.refetch() };
  return { kind: 'loading' };
}

/** A list that is read page by page. */
export type MoreToRead = Pick<
  UseInfiniteQueryResult,
  'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'error' | 'fetchNextPage'
>;

/** What a table needs to read on; undefined where there is no more. */
export function moreOf(query: MoreToRead): TableProps<object>['more'] {
  if (!query.hasNextPage) return undefined;
  return {
    isLoading: query.isFetchingNextPage,
    onLoad: () => void query.fetchNextPage(),
    error: query.isFetchNextPageError ? query.error : null,
  };
}
