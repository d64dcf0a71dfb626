import { sql } from 'kysely';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { Row } from '../tables.ts';

export type OutcomeRow = Row<'outcomes'>;

export type NewOutcome = Pick<OutcomeRow, 'key' | 'label' | 'kind'>;

/** In their order. Of those that sessions have by themselves, only the renamed ones have a row. */
export function listOutcomes(scope: AccountScope, db: Db): Promise<OutcomeRow[]> {
  return db
    .selectFrom('outcomes')
    .selectAll()
    .where('account_id', '=', scope.account)
    .orderBy('place')
    .orderBy('key')
    .execute();
}

/** The same, and nobody else changes the outcomes of the account until the transaction ends. */
export async function lockOutcomes(scope: AccountScope, db: Db): Promise<OutcomeRow[]> {
  // There may be no row yet to lock: the account's own stands for all of them.
  await db.selectFrom('accounts').select('id').where('id', '=', scope.account).forNoKeyUpdate().execute();
  return listOutcomes(scope, db);
}

/** Adds outcomes behind all others. Lock them first. */
export async function insertOutcomes(scope: AccountScope, db: Db, outcomes: readonly NewOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  const { last } = await db
    .selectFrom('outcomes')
    .select(sql<number>`coalesce(max(place), 0)`.as('last'))
    .where('account_id', '=', scope.account)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('outcomes')
    .values(
      outcomes.map(({ key, label, kind }, index) => ({
        account_id: scope.account,
        key,
        label: JSON.stringify(label),
        kind,
        place: last + 1 + index,
        revision: 1,
      })),
    )
    .execute();
}

/** Counts the revision up. Lock the outcomes first. */
export async function updateOutcome(
  scope: AccountScope,
  db: Db,
  key: string,
  changes: {
    readonly label?: OutcomeRow['label'];
    readonly kind?: string;
    readonly retired_at?: Instant | null;
    readonly merged_into?: string | null;
  },
): Promise<void> {
  const { label, ...plain } = changes;
  await db
    .updateTable('outcomes')
    .set({
      ...plain,
      ...(label === undefined ? {} : { label: JSON.stringify(label) }),
      revision: sql<number>`revision + 1`,
    })
    .where('account_id', '=', scope.account)
    .where('key', '=', key)
    .execute();
}

/** Lock the outcomes first. Places are no part of an outcome's revision. */
export async function arrangeOutcomes(scope: AccountScope, db: Db, keys: readonly string[]): Promise<void> {
  await sql`
    update outcomes set place = wanted.place
    from unnest(${keys}::text[]) with ordinality as wanted (key, place)
    where outcomes.account_id = ${scope.account} and outcomes.key = wanted.key`.execute(db);
}

export async function deleteOutcome(scope: AccountScope, db: Db, key: string): Promise<void> {
  await db.deleteFrom('outcomes').where('account_id', '=', scope.account).where('key', '=', key).execute();
}

/** How many sessions, of whatever kind, ended so. */
export async function countSessionsWithOutcome(scope: AccountScope, db: Db, key: string): Promise<number> {
  const { count } = await db
    .selectFrom('sessions')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('account_id', '=', scope.account)
    .where('outcome', '=', key)
    .executeTakeFirstOrThrow();
  return count;
}
