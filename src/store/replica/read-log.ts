import type pg from 'pg';
import type { SessionEvent } from '#contract/event.ts';
import type { AccountId, SessionId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { SessionLine } from '../queries/sessions.ts';

/** Up to where the log stands still: no transaction with a number below `low` is under way. */
export interface Moment {
  readonly low: number;
  /** No transaction has this number yet. */
  readonly high: number;
  /** The database's clock. */
  readonly at: Instant;
  /**
   * The database, and the branch of its history: transaction numbers of another one, such as one that was restored
   * from a backup or took over from a lost one, mean nothing here.
   */
  readonly source: string;
}

export interface LoggedStep {
  readonly account_id: AccountId;
  readonly session_id: SessionId;
  readonly seq: number;
  readonly xact: number;
  readonly events: readonly SessionEvent[];
}

export interface SessionKey {
  readonly account_id: AccountId;
  readonly session_id: SessionId;
}

/*
 * What the feed reads of all accounts: it is the one reader that works for none of them, and what it reads goes into a
 * copy whose every query is scoped again.
 */

/**
 * Rows of finished transactions may become visible in another order than that of their numbers, so "newer than the last
 * one I saw" would miss some. What is below `low` is complete, and stays as it is.
 */
export async function momentOf(pool: pg.Pool): Promise<Moment> {
  const { rows } = await pool.query<Moment>(`
    select pg_snapshot_xmin(s)::text::bigint as low, pg_snapshot_xmax(s)::text::bigint as high,
      (extract(epoch from clock_timestamp()) * 1000)::bigint as at,
      concat_ws('/',
        (select system_identifier from pg_control_system()),
        (select timeline_id from pg_control_checkpoint()),
        (select oid from pg_database where datname = current_database())) as source
    from pg_current_snapshot() s`);
  const moment = rows[0];
  if (moment === undefined) throw new Error('The database knows no moment');
  return moment;
}

/** The steps of transactions from one number up to, not including, another, in that order. */
export async function stepsBetween(pool: pg.Pool, from: number, to: number, limit: number): Promise<LoggedStep[]> {
  const { rows } = await pool.query<LoggedStep>({
    name: 'replica-steps',
    text: `
      select account_id, session_id, seq, xact, events from session_steps
      where xact >= $1 and xact < $2 order by xact limit $3`,
    values: [from, to, limit],
  });
  return rows;
}

/** The heads of sessions; those that were erased meanwhile are missing. */
export async function headsOf(pool: pg.Pool, keys: readonly SessionKey[]): Promise<SessionLine[]> {
  const { rows } = await pool.query<SessionLine>({
    name: 'replica-heads',
    text: `
      select h.account_id, h.id, h.interaction_id, h.version_number, h.content_hash, h.kind, h.client, h.channel,
        h.language, h.user_id, h.team_id, h.started_at, h.dimensions
      from unnest($1::text[], $2::text[]) as k (account_id, id)
      join sessions h on h.account_id = k.account_id and h.id = k.id`,
    values: [keys.map((key) => key.account_id), keys.map((key) => key.session_id)],
  });
  return rows;
}

/** Sessions that were erased by transactions from one number up to, not including, another. */
export async function erasedBetween(pool: pg.Pool, from: number, to: number): Promise<SessionKey[]> {
  const { rows } = await pool.query<SessionKey>({
    name: 'replica-erased',
    text: 'select account_id, session_id from erased_sessions where xact >= $1 and xact < $2',
    values: [from, to],
  });
  return rows;
}
