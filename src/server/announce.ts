import type { LiveEvent } from '#api/live.ts';
import type { Db } from '#store/connect.ts';
import { sendNotices } from '#store/notices.ts';
import type { AccountScope } from '#store/scope.ts';

/** Tells every browser of the account, whichever process it is connected to; within a transaction: once it is committed. */
export function announce(scope: AccountScope, db: Db, event: LiveEvent): Promise<void> {
  return sendNotices(db, [noticeOf(scope, event)]);
}

export function noticeOf(scope: AccountScope, event: LiveEvent): string {
  return JSON.stringify({ account: scope.account, event });
}
