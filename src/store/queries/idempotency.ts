import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';

/** A request that may be repeated: who sent it, under which key, and what it asks. */
export interface KeyedRequest {
  /** Part of the key: nobody gets another's answer by guessing a key. */
  readonly actor: string;
  readonly key: string;
  readonly route: string;
  readonly requestHash: string;
}

export type Claim =
  /** The key is new: answer the request, then `keepAnswer` or `releaseKey`. */
  | { readonly kind: 'claimed' }
  /** The same request was answered before: give this answer again. */
  | { readonly kind: 'answered'; readonly status: number; readonly response: string }
  /** The same request is being answered right now, or its server died over it. */
  | { readonly kind: 'in-flight'; readonly since: Instant }
  /** The key was used for another request. */
  | { readonly kind: 'other-request' };

export async function claimKey(scope: AccountScope, db: Db, request: KeyedRequest, now: Instant): Promise<Claim> {
  const inserted = await db
    .insertInto('idempotency_keys')
    .values({
      account_id: scope.account,
      actor: request.actor,
      key: request.key,
      route: request.route,
      request_hash: request.requestHash,
      made_at: now,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'actor', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted !== undefined) return { kind: 'claimed' };
  const found = await db
    .selectFrom('idempotency_keys')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('actor', '=', request.actor)
    .where('key', '=', request.key)
    .executeTakeFirst();
  // Released between the two statements: the next attempt gets it.
  if (found === undefined) return { kind: 'in-flight', since: now };
  if (found.route !== request.route || found.request_hash !== request.requestHash) return { kind: 'other-request' };
  if (found.status === null) return { kind: 'in-flight', since: found.made_at };
  return { kind: 'answered', status: found.status, response: found.response ?? '' };
}

/** Keeps the answer; in the transaction of the work, so that work without an answer cannot be. */
export async function keepAnswer(
  scope: AccountScope,
  db: Db,
  request: KeyedRequest,
  answer: { readonly status: number; readonly response: string },
): Promise<void> {
  await db
    .updateTable('idempotency_keys')
    .set(answer)
    .where('account_id', '=', scope.account)
    .where('actor', '=', request.actor)
    .where('key', '=', request.key)
    .execute();
}

/** Gives an unanswered key back: nothing was done, and the request may be tried again. */
export async function releaseKey(scope: AccountScope, db: Db, request: KeyedRequest): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('account_id', '=', scope.account)
    .where('actor', '=', request.actor)
    .where('key', '=', request.key)
    .where('status', 'is', null)
    .execute();
}

/** Forgets the keys of all accounts that are older than a moment: background work. */
export async function forgetKeys(db: Db, before: Instant): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('idempotency_keys')
    .where('made_at', '<', before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
