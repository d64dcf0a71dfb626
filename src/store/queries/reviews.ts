import { sql } from 'kysely';
import type { InteractionId, UserId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

export async function insertReview(
  scope: AccountScope,
  db: Db,
  review: Omit<Row<'reviews'>, 'account_id' | 'closed_at'>,
): Promise<void> {
  await db
    .insertInto('reviews')
    .values({ ...review, account_id: scope.account })
    .execute();
}

/** The review of a version that still waits for decisions, locked until the transaction ends. */
export function lockOpenReview(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  version: number,
): Promise<Row<'reviews'> | undefined> {
  return db
    .selectFrom('reviews')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction)
    .where('version_number', '=', version)
    .where('closed_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

export async function closeReview(scope: AccountScope, db: Db, id: string, at: Instant): Promise<void> {
  await db
    .updateTable('reviews')
    .set({ closed_at: at })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .execute();
}

/** What waits for a reviewer's decision, oldest first. */
export function listReviewsWaitingFor(scope: AccountScope, db: Db, reviewer: UserId): Promise<Row<'reviews'>[]> {
  return db
    .selectFrom('reviews')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('closed_at', 'is', null)
    .where(sql<boolean>`${reviewer} = any(reviewers)`)
    .orderBy('requested_at')
    .execute();
}

export async function insertDecision(
  scope: AccountScope,
  db: Db,
  decision: Omit<Row<'review_decisions'>, 'account_id'>,
): Promise<void> {
  await db
    .insertInto('review_decisions')
    .values({ ...decision, account_id: scope.account })
    .execute();
}

/** All decisions of a review in their order; the last one of each reviewer counts. */
export function listDecisions(scope: AccountScope, db: Db, review: string): Promise<Row<'review_decisions'>[]> {
  return db
    .selectFrom('review_decisions')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('review_id', '=', review)
    .orderBy('id')
    .execute();
}
