import { useCallback } from 'react';
import { type ChangeRequest, changeRequestRoutes } from '#api/change-requests.ts';
import { folderRoutes } from '#api/folders.ts';
import { workingCopyRoutes } from '#api/working-copies.ts';
import type { AccountId } from '#prelude/ids.ts';
import { ok } from '#prelude/result.ts';
import { localCopies } from '../saving/copies.ts';
import { call } from '../server/call.ts';
import { itemsOf } from '../server/items-of.ts';
import { useRead } from '../server/use-read.ts';

type Id = ChangeRequest['interaction']['id'];

/** What the account has to choose from: folders, open change requests, and who else edited the working copy. */
export function useAround(account: AccountId, interaction: Id) {
  const readFolders = useCallback(() => itemsOf(call(folderRoutes.list, { account })), [account]);
  const readRequests = useCallback(
    () => itemsOf(call(changeRequestRoutes.list, { account }, { query: { interaction, status: 'open' } })),
    [account, interaction],
  );
  const readPeople = useCallback(() => editorsOf(account, interaction), [account, interaction]);
  return { folders: useRead(readFolders), requests: useRead(readRequests), people: useRead(readPeople) };
}

async function editorsOf(account: AccountId, interaction: Id) {
  const here = (await localCopies()).flatMap(({ server }) => server?.copy ?? []);
  const copies = await itemsOf(call(workingCopyRoutes.list, { account }, { query: { interaction } }));
  if (!copies.ok) return copies;
  return ok([...new Set(copies.value.filter(({ id }) => here.includes(id)).map(({ modifiedBy }) => modifiedBy.name))]);
}
