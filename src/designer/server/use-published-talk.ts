import { useCallback } from 'react';
import { type ChangeRequest, changeRequestRoutes } from '#api/change-requests.ts';
import { type Comment, commentRoutes } from '#api/comments.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { showToast } from '#ui/toasts.ts';
import { call } from './call.ts';
import { itemsOf } from './items-of.ts';
import { type Read, useRead } from './use-read.ts';

/** What was said of the published versions of an Interaction. */
export interface PublishedTalk {
  readonly comments: readonly Comment[];
  /** Open change requests. */
  readonly requests: readonly ChangeRequest[];
  /** How reading the one and the other went. */
  readonly reads: { readonly comments: Read<readonly Comment[]>; readonly requests: Read<readonly ChangeRequest[]> };
  readonly isComing: boolean;
  resolve(comment: Comment['id'], resolved: boolean): void;
}

/** Comments and change requests of an Interaction in an account; none where it was never published there. */
export function usePublishedTalk(account: AccountId | undefined, interaction: InteractionId): PublishedTalk {
  const readComments = useCallback(async () => {
    if (account === undefined) return NONE;
    return itemsOf(call(commentRoutes.list, { account, interaction }));
  }, [account, interaction]);
  const readRequests = useCallback(async () => {
    if (account === undefined) return NONE;
    return itemsOf(call(changeRequestRoutes.list, { account }, { query: { interaction, status: 'open' } }));
  }, [account, interaction]);
  const comments = useRead(readComments);
  const requests = useRead(readRequests);
  const isOpen = ({ value, error }: Read<unknown>) => value === undefined && error === undefined;
  return {
    comments: comments.value ?? [],
    requests: requests.value ?? [],
    reads: { comments, requests },
    isComing: isOpen(comments) || isOpen(requests),
    resolve(comment, resolved) {
      if (account === undefined) return;
      void call(commentRoutes.change, { account, interaction, comment }, { body: { resolved } }).then((answer) => {
        if (!answer.ok) showToast({ tone: 'danger', text: `The comment was not changed: ${answer.error.title}` });
        comments.again();
      });
    },
  };
}

const NONE = { ok: true, value: [] } as const;
