import type { LiveEvent } from '#api/live.ts';
import type { TeamId, UserId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { sendNotices } from '#store/notices.ts';
import type { AccountScope } from '#store/scope.ts';

/** Tells every browser of the account, whichever process it is connected to; within a transaction: once it is committed. */
export function announce(scope: AccountScope, db: Db, event: LiveEvent, whose?: Whose): Promise<void> {
  return sendNotices(db, [noticeOf(scope, event, whose)]);
}

/** Of whose sessions an event tells; it goes no further than to those who may see them, and none of this goes along. */
export interface Whose {
  readonly users: readonly UserId[];
  /** Those that wait for a team until somebody takes them. */
  readonly teams: readonly TeamId[];
}

export function noticeOf(scope: AccountScope, event: LiveEvent, whose?: Whose): string {
  return JSON.stringify({ account: scope.account, event, whose });
}
