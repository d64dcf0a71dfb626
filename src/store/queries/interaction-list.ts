import { sql } from 'kysely';
import type { FolderId, InteractionId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import { countedKinds } from '../counted-kinds.ts';
import type { AccountScope } from '../scope.ts';
import { firstSessionId } from '../session-id-time.ts';
import type { SessionKind } from '../session-tables.ts';
import type { ProblemCounts, Row, VersionStatus } from '../tables.ts';

/** A line of the list of Interactions. */
export type ListedInteraction = Row<'interactions'> & {
  readonly newest_number: number | null;
  readonly newest_status: VersionStatus | null;
  /** Of the newest version. */
  readonly problems: ProblemCounts | null;
  readonly open_change_requests: number;
};

export interface InteractionFilter {
  /** One and no other, in the trash or not. */
  readonly id?: InteractionId;
  /** The live version's status is *live*; of an Interaction without one the newest version's counts. */
  readonly status?: VersionStatus;
  /** Null: those in no folder. */
  readonly folder?: FolderId | null;
  /** Anywhere in name or description, in whatever case. */
  readonly text?: string;
  /** Those in the trash instead of the others. */
  readonly deleted?: boolean;
}

/** Where a page of the list ended: the last line's values of what it is ordered by. */
export interface ListCursor {
  readonly modified_at: Instant;
  readonly id: InteractionId;
}

/** The Interactions of an account, last modified first. */
export async function listInteractions(
  scope: AccountScope,
  db: Db,
  filter: InteractionFilter,
  limit: number,
  after?: ListCursor,
): Promise<ListedInteraction[]> {
  const conditions = [sql`i.account_id = ${scope.account}`];
  if (filter.id !== undefined) conditions.push(sql`i.id = ${filter.id}`);
  else
    conditions.push(
      filter.deleted === true ? sql`i.deleted_at is not null and i.emptied_at is null` : sql`i.deleted_at is null`,
    );
  if (filter.folder !== undefined) conditions.push(sql`i.folder_id is not distinct from ${filter.folder}`);
  if (filter.text !== undefined) {
    const pattern = `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(i.name ilike ${pattern} or i.description ilike ${pattern})`);
  }
  if (filter.status === 'live') conditions.push(sql`i.live_version is not null`);
  else if (filter.status !== undefined) {
    conditions.push(sql`i.live_version is null and newest.status = ${filter.status}`);
  }
  if (after !== undefined) conditions.push(sql`(i.modified_at, i.id) < (${after.modified_at}, ${after.id})`);
  const { rows } = await sql<ListedInteraction>`
    select i.*, newest.number as newest_number, newest.status as newest_status, newest.problems,
      (select count(*) from change_requests c
       where c.account_id = i.account_id and c.interaction_id = i.id and c.status in ('open', 'planned'))
        as open_change_requests
    from interactions i
    left join lateral (
      select v.number, v.status, v.problems from versions v
      where v.account_id = i.account_id and v.interaction_id = i.id and v.deleted_at is null
      order by v.number desc limit 1
    ) newest on true
    where ${sql.join(conditions, sql` and `)}
    order by i.modified_at desc, i.id desc
    limit ${limit}`.execute(db);
  return rows;
}

/** How many sessions of a kind each Interaction had since a moment; those without any are left out. */
export async function countSessionsSince(
  scope: AccountScope,
  db: Db,
  kind: SessionKind,
  since: Instant,
): Promise<Map<InteractionId, number>> {
  const rows = await db
    .selectFrom('sessions')
    .select((select) => ['interaction_id', select.fn.countAll<number>().as('count')])
    .where('account_id', '=', scope.account)
    .where('kind', 'in', countedKinds(kind))
    .where(sql<boolean>`id >= ${firstSessionId(since)}`)
    .groupBy('interaction_id')
    .execute();
  return new Map(rows.map((row) => [row.interaction_id, row.count]));
}
