import { useCallback } from 'react';
import { type ChangeRequest, changeRequestRoutes } from '#api/change-requests.ts';
import { type InteractionRow, interactionRoutes } from '#api/interactions.ts';
import { type WorkingCopy, workingCopyRoutes } from '#api/working-copies.ts';
import type { AccountId, UserId } from '#prelude/ids.ts';
import { call } from '../server/call.ts';
import { itemsOf } from '../server/items-of.ts';
import { type Read, useRead } from '../server/use-read.ts';

/** What of the account somebody works on, or may go on with. */
export interface InWork {
  readonly others: Read<readonly WorkingCopy[]>;
  readonly recent: Read<readonly InteractionRow[]>;
  /** Change requests that wait for whoever is signed in. */
  readonly requests: Read<readonly ChangeRequest[]>;
}

/** Asks the server for it; without a server there is none of it. */
export function useInWork(account: AccountId | undefined, me: UserId | undefined): InWork {
  const readOthers = useCallback(async () => {
    if (account === undefined) return NONE;
    return itemsOf(call(workingCopyRoutes.list, { account }));
  }, [account]);
  const readRecent = useCallback(async () => {
    if (account === undefined) return NONE;
    return itemsOf(call(interactionRoutes.list, { account }, { query: { limit: 8 } }));
  }, [account]);
  const readRequests = useCallback(async () => {
    if (account === undefined || me === undefined) return NONE;
    return itemsOf(call(changeRequestRoutes.list, { account }, { query: { status: 'open', owner: me } }));
  }, [account, me]);
  return { others: useRead(readOthers), recent: useRead(readRecent), requests: useRead(readRequests) };
}

const NONE = { ok: true, value: [] } as const;
