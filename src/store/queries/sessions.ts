import { sql } from 'kysely';
import type { CommandId, ElementId, InteractionId, SessionId, UserId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import { countedKinds } from '../counted-kinds.ts';
import type { AccountScope } from '../scope.ts';
import { firstSessionId } from '../session-id-time.ts';
import type { SessionKind } from '../session-tables.ts';
import type { SessionsAmong } from '../sessions-among.ts';
import type { Row } from '../tables.ts';

/** A session's head without its state. */
export type SessionLine = Omit<Row<'sessions'>, 'state'>;

const LINE = [
  'account_id',
  'id',
  'interaction_id',
  'version_number',
  'content_hash',
  'kind',
  'client',
  'channel',
  'language',
  'user_id',
  'team_id',
  'customer_key',
  'started_at',
  'seq',
  'status',
  'element',
  'last_at',
  'ended_at',
  'outcome',
  'expires_at',
  'dimensions',
] as const satisfies readonly (keyof SessionLine)[];

export type NewSession = Omit<Row<'sessions'>, 'account_id' | 'seq' | 'last_at' | 'state' | 'dimensions'> & {
  readonly state: Json;
  readonly dimensions: JsonObject;
};

export interface FirstStep {
  readonly command_id: CommandId;
  readonly actor: string;
  readonly events: readonly unknown[];
}

/**
 * Starts a session: its head at seq 1 and the first step of its log, in one statement.
 *
 * @returns false when a session has this id already
 */
export async function insertSession(
  scope: AccountScope,
  db: Db,
  session: NewSession,
  step: FirstStep,
): Promise<boolean> {
  const { rows } = await sql<{ seq: number }>`
    with head as (
      insert into sessions (account_id, id, interaction_id, version_number, content_hash, kind, client, channel, language,
        user_id, team_id, customer_key, started_at, seq, status, element, state, last_at, ended_at, outcome, expires_at,
        dimensions)
      values (${scope.account}, ${session.id}, ${session.interaction_id}, ${session.version_number},
        ${session.content_hash}, ${session.kind}, ${session.client}, ${session.channel}, ${session.language},
        ${session.user_id}, ${session.team_id}, ${session.customer_key}, ${session.started_at}, 1, ${session.status},
        ${session.element}, ${JSON.stringify(session.state)}, ${session.started_at}, ${session.ended_at},
        ${session.outcome}, ${session.expires_at}, ${JSON.stringify(session.dimensions)})
      on conflict (account_id, id) do nothing
      returning account_id, id, seq
    )
    insert into session_steps (account_id, session_id, seq, command_id, actor, at, events)
    select account_id, id, seq, ${step.command_id}, ${step.actor}, ${session.started_at}, ${JSON.stringify(step.events)}
    from head returning seq`.execute(db);
  return rows.length === 1;
}

export function findSession(scope: AccountScope, db: Db, id: SessionId): Promise<Row<'sessions'> | undefined> {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Whether somebody has a session of a version that is not over. */
export async function runsVersion(
  scope: AccountScope,
  db: Db,
  user: UserId,
  version: { readonly interaction: InteractionId; readonly number: number },
): Promise<boolean> {
  const found = await db
    .selectFrom('sessions')
    .select('id')
    .where('account_id', '=', scope.account)
    .where('user_id', '=', user)
    .where('interaction_id', '=', version.interaction)
    .where('version_number', '=', version.number)
    .where('ended_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

export interface SessionFilter {
  readonly interaction?: InteractionId;
  readonly version?: number;
  readonly kind?: SessionKind;
  readonly user?: UserId;
  readonly among?: SessionsAmong;
  readonly customer?: string;
  readonly element?: ElementId;
  readonly outcome?: string;
  /** True: only those not ended; false: only the ended. */
  readonly open?: boolean;
  readonly status?: string;
  /** Started at this moment or after it. */
  readonly from?: Instant;
  /** Started before this moment. */
  readonly to?: Instant;
}

/** Newest first. `before` is the last id of the page before. */
export function listSessions(
  scope: AccountScope,
  db: Db,
  filter: SessionFilter,
  limit: number,
  before?: SessionId,
): Promise<SessionLine[]> {
  let query = db.selectFrom('sessions').select(LINE).where('account_id', '=', scope.account);
  if (filter.interaction !== undefined) query = query.where('interaction_id', '=', filter.interaction);
  if (filter.version !== undefined) query = query.where('version_number', '=', filter.version);
  if (filter.kind !== undefined) query = query.where('kind', 'in', countedKinds(filter.kind));
  if (filter.user !== undefined) query = query.where('user_id', '=', filter.user);
  const { among } = filter;
  if (among !== undefined) {
    query = query.where(
      sql<boolean>`(user_id = any(${[...among.users]}) or (user_id is null and team_id = any(${[...among.teams]})))`,
    );
  }
  if (filter.customer !== undefined) query = query.where('customer_key', '=', filter.customer);
  if (filter.element !== undefined) query = query.where('element', '=', filter.element);
  if (filter.outcome !== undefined) query = query.where('outcome', '=', filter.outcome);
  if (filter.open !== undefined) query = query.where('ended_at', filter.open ? 'is' : 'is not', null);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.from !== undefined) query = query.where(sql<boolean>`id >= ${firstSessionId(filter.from)}`);
  if (filter.to !== undefined) query = query.where(sql<boolean>`id < ${firstSessionId(filter.to)}`);
  if (before !== undefined) query = query.where('id', '<', before);
  return query.orderBy('id', 'desc').limit(limit).execute();
}

/** Sessions that wait for an answer and had no step since a moment, longest first: those to time out. Paused ones may rest. */
export async function listIdleSessions(
  scope: AccountScope,
  db: Db,
  since: Instant,
  limit: number,
): Promise<SessionLine[]> {
  return db
    .selectFrom('sessions')
    .select(LINE)
    .where('account_id', '=', scope.account)
    .where('ended_at', 'is', null)
    .where('status', '=', 'waiting')
    .where('last_at', '<', since)
    .orderBy('last_at')
    .limit(limit)
    .execute();
}

/** Erases a session with its log, and has the reports forget it. */
export async function deleteSession(scope: AccountScope, db: Db, id: SessionId, at: Instant): Promise<void> {
  await sql`
    with steps as (
      delete from session_steps where account_id = ${scope.account} and session_id = ${id}
    ), head as (
      delete from sessions where account_id = ${scope.account} and id = ${id} returning account_id, id
    )
    insert into erased_sessions (account_id, session_id, erased_at) select account_id, id, ${at} from head
    on conflict do nothing`.execute(db);
}
