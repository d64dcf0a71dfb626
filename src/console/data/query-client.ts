import { QueryClient } from '@tanstack/react-query';
import { Failure } from './failure.ts';

/** Tries again only what may succeed the next time, and reads again what is older than a few seconds. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) =>
          count < 2 && error instanceof Failure && (error.status === 0 || error.status === 503),
        retryDelay: 500,
      },
      mutations: { retry: false },
    },
  });
}
