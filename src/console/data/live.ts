import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { addressOf } from '#api/address.ts';
import { changeRequestRoutes } from '#api/change-requests.ts';
import { commentRoutes } from '#api/comments.ts';
import { type LiveEvent, liveRoutes } from '#api/live.ts';
import type { AccountId } from '#prelude/ids.ts';

/** What to read again when the server tells of a change: all whose path begins so. */
const STALE: Partial<Record<LiveEvent['kind'], readonly string[]>> = {
  'interactions.changed': ['/accounts/:account/interactions', '/accounts/:account/change-requests'],
  'comments.changed': [commentRoutes.list.path],
  'change-requests.changed': [changeRequestRoutes.list.path, '/accounts/:account/interactions'],
  'values.changed': ['/accounts/:account/values', '/accounts/:account/value-types'],
  'outcomes.changed': ['/accounts/:account/outcomes'],
  'sessions.changed': ['/accounts/:account/sessions'],
  'reports.fed': ['/accounts/:account/reports'],
};

/** Keeps what is on screen true while others work. */
export function useLive(account: AccountId): void {
  const client = useQueryClient();
  useEffect(() => {
    const source = new EventSource(addressOf(liveRoutes.listen, { account }));
    for (const [kind, paths] of Object.entries(STALE)) source.addEventListener(kind, () => readAgain(client, paths));
    // Nothing is sent again after a lost connection.
    let isFirst = true;
    source.addEventListener('open', () => {
      if (!isFirst) void client.invalidateQueries();
      isFirst = false;
    });
    return () => source.close();
  }, [client, account]);
}

function readAgain(client: QueryClient, paths: readonly string[]): void {
  void client.invalidateQueries({
    predicate: ({ queryKey: [path] }) => typeof path === 'string' && paths.some((begin) => path.startsWith(begin)),
  });
}
