import { useCallback, useEffect, useState } from 'react';
import { type ChangeRequest, changeRequestRoutes } from '#api/change-requests.ts';
import { type Comment, commentRoutes } from '#api/comments.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { call } from './call.ts';

/** What was said of the published versions of an Interaction. */
export interface PublishedTalk {
  readonly comments: readonly Comment[];
  /** Open change requests. */
  readonly requests: readonly ChangeRequest[];
  resolve(comment: Comment['id'], resolved: boolean): void;
}

/** Comments and change requests of an Interaction in an account; none where it was never published there. */
export function usePublishedTalk(account: AccountId | undefined, interaction: InteractionId): PublishedTalk {
  const [comments, setComments] = useState<readonly Comment[]>([]);
  const [requests, setRequests] = useState<readonly ChangeRequest[]>([]);

  const load = useCallback(async () => {
    if (account === undefined) return;
    const [said, asked] = await Promise.all([
      call(commentRoutes.list, { account, interaction }),
      call(changeRequestRoutes.list, { account }, { query: { interaction, status: 'open' } }),
    ]);
    if (said.ok) setComments(said.value.items);
    if (asked.ok) setRequests(asked.value.items);
  }, [account, interaction]);
  useEffect(() => void load(), [load]);

  return {
    comments,
    requests,
    resolve(comment, resolved) {
      if (account === undefined) return;
      void call(commentRoutes.change, { account, interaction, comment }, { body: { resolved } }).then(load);
    },
  };
}
