import '#ui/start.ts';
import './desk.css';
import './session/session.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '#ui/http/query-client.ts';
import { Gate } from './app/gate.tsx';
import { Desk } from './desk.tsx';

const queries = makeQueryClient();

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
