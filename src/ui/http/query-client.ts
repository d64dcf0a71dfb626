import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './api-error.ts';

/** No answer came, or the server said that it is a matter of seconds. */
function mayPass(error: Error): boolean {
  return error instanceof ApiFailure && (error.error.status === 0 || error.error.status === 503);
}

/** Whether there is a line only a try tells: without one it must be said at once, and nothing may be done later by itself. */
const networkMode = 'always';

/** Tries again only what may succeed the next time, and reads again what is older than a few seconds. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (count, error) => count < 2 && mayPass(error),
        retryDelay: 500,
        networkMode,
        refetchOnReconnect: true,
      },
      mutations: { retry: false, networkMode },
    },
  });
}
