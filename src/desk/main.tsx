import '#ui/start.ts';
import './desk.css';
import './session/session.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ApiFailure } from '#ui/http/api-error.ts';
import { Gate } from './app/gate.tsx';
import { Desk } from './desk.tsx';

/** No answer came, or the server said that it is a matter of seconds. */
function mayPass(error: Error): boolean {
  return error instanceof ApiFailure && (error.error.status === 0 || error.error.status === 503);
}

// Whether there is a line only a try tells: without one it must be said at once, and nothing may start by itself later.
const networkMode = 'always';
const queries = new QueryClient({
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

const place = document.getElementById('root');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Gate>
          <Desk />
        </Gate>
      </QueryClientProvider>
    </StrictMode>,
  );
}
