import type { ChangeRequestId, InteractionId, UserId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { ChangeRequestStatus, Row } from '../tables.ts';
import type { Act } from './interactions.ts';

export type NewChangeRequest = Pick<
  Row<'change_requests'>,
  | 'id'
  | 'interaction_id'
  | 'element'
  | 'version_number'
  | 'period_from'
  | 'period_to'
  | 'wish'
  | 'figures'
  | 'goal'
  | 'sessions'
  | 'owner'
>;

export async function insertChangeRequest(
  scope: AccountScope,
  db: Db,
  request: NewChangeRequest,
  act: Act,
): Promise<void> {
  await db
    .insertInto('change_requests')
    .values({
      ...request,
      account_id: scope.account,
      figures: JSON.stringify(request.figures),
      goal: jsonOrNull(request.goal),
      status: 'open',
      created_at: act.at,
      created_by: act.by,
      modified_at: act.at,
    })
    .execute();
}

export function findChangeRequest(
  scope: AccountScope,
  db: Db,
  id: ChangeRequestId,
): Promise<Row<'change_requests'> | undefined> {
  return db
    .selectFrom('change_requests')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .executeTakeFirst();
}

export interface ChangeRequestFilter {
  readonly interaction?: InteractionId;
  readonly status?: readonly ChangeRequestStatus[];
  readonly owner?: UserId;
}

/** Newest first. */
export function listChangeRequests(
  scope: AccountScope,
  db: Db,
  filter: ChangeRequestFilter,
): Promise<Row<'change_requests'>[]> {
  let query = db.selectFrom('change_requests').selectAll().where('account_id', '=', scope.account);
  if (filter.interaction !== undefined) query = query.where('interaction_id', '=', filter.interaction);
  if (filter.status !== undefined) query = query.where('status', 'in', filter.status);
  if (filter.owner !== undefined) query = query.where('owner', '=', filter.owner);
  return query.orderBy('id', 'desc').execute();
}

/** @returns false when there is no such request */
export async function updateChangeRequest(
  scope: AccountScope,
  db: Db,
  id: ChangeRequestId,
  changes: {
    readonly wish?: string;
    readonly owner?: UserId | null;
    readonly status?: ChangeRequestStatus;
    readonly goal?: Json;
    readonly closed_at?: Instant | null;
    readonly closed_by_version?: number | null;
    readonly effect?: Json;
  },
  at: Instant,
): Promise<boolean> {
  const { goal, effect, ...plain } = changes;
  const updated = await db
    .updateTable('change_requests')
    .set({
      ...plain,
      ...(goal === undefined ? {} : { goal: jsonOrNull(goal) }),
      ...(effect === undefined ? {} : { effect: jsonOrNull(effect) }),
      modified_at: at,
    })
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  return updated !== undefined;
}

/** Nothing is kept as SQL's null, not as the JSON word. */
function jsonOrNull(value: Json): string | null {
  return value === null ? null : JSON.stringify(value);
}
