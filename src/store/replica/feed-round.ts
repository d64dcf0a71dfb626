import type { DuckDBConnection } from '@duckdb/node-api';
import type pg from 'pg';
import type { SessionLine } from '../queries/sessions.ts';
import { inTurns } from './in-turns.ts';
import { erasedBetween, headsOf, type LoggedStep, type SessionKey, stepsBetween } from './read-log.ts';
import { type FinishedVisit, NOT_STARTED, type Progress, readOn } from './read-on.ts';
import { appendSession, appendVisit, type StoredSession, storedSessions, type Wanted } from './stored-session.ts';
import { runFor } from './values.ts';

/** Steps that are copied in one go when there is much to catch up with. */
const STEPS_AT_ONCE = 5_000;

/** What one round has copied. */
export interface FeedRound {
  /** Everything of transactions below this number has been copied. */
  readonly watermark: number;
  readonly nextNo: number;
  readonly steps: number;
  readonly visits: number;
  readonly erased: number;
}

/** The log does not go on where the replica stands: it was replaced, by a restored backup say. */
export class LogGap extends Error {}

interface Changed {
  readonly head: SessionLine;
  readonly session: StoredSession;
  readonly finished: readonly FinishedVisit[];
}

/**
 * Copies what happened between the watermark and a moment, or the first part of it. To be called within a transaction
 * of the replica.
 */
export async function feedRound(
  pool: pg.Pool,
  connection: DuckDBConnection,
  from: { readonly watermark: number; readonly nextNo: number },
  to: number,
): Promise<FeedRound> {
  const { steps, watermark } = await someSteps(pool, from.watermark, to);
  const bySession = groupBySession(steps);
  const keys = [...bySession.values()].flatMap(([first]) => (first === undefined ? [] : [first]));
  const [heads, erased] = await Promise.all([headsOf(pool, keys), erasedBetween(pool, from.watermark, watermark)]);
  // Also those that seem to be new: if one is known all the same, the log has been replaced.
  const running = await storedSessions(connection, 'running_session', heads.map(whereOf));
  const found = new Set(running.map(nameOf));
  const others = heads.map(whereOf).filter((where) => !found.has(nameOf(where)));
  const ended = await storedSessions(connection, 'ended_session', others);
  const known = new Map([...running, ...ended].map((session) => [nameOf(session), session]));

  let { nextNo } = from;
  const changed: Changed[] = [];
  await inTurns(heads, (head) => {
    const name = nameOf(whereOf(head));
    const before = known.get(name);
    const read = readSteps(before?.progress ?? NOT_STARTED, bySession.get(name) ?? []);
    const session = { no: before?.no ?? nextNo++, account: head.account_id, id: head.id, progress: read.progress };
    changed.push({ head, session, finished: read.finished });
  });
  await replace(connection, changed, running, ended);
  await forget(connection, erased);
  const visits = changed.reduce((sum, one) => sum + one.finished.length, 0);
  return { watermark, nextNo, steps: steps.length, visits, erased: erased.length };
}

/** Steps of whole transactions, so many or a few more, and up to where they reach. */
async function someSteps(
  pool: pg.Pool,
  from: number,
  to: number,
): Promise<{ readonly steps: LoggedStep[]; readonly watermark: number }> {
  for (let limit = STEPS_AT_ONCE; ; limit *= 4) {
    const steps = await stepsBetween(pool, from, to, limit);
    if (steps.length < limit) return { steps, watermark: to };
    const last = steps[steps.length - 1]?.xact ?? to;
    const whole = steps.filter((step) => step.xact < last);
    if (whole.length > 0) return { steps: whole, watermark: last };
  }
}

function groupBySession(steps: readonly LoggedStep[]): Map<string, LoggedStep[]> {
  const groups = new Map<string, LoggedStep[]>();
  for (const step of steps) {
    const name = nameOfKey(step);
    const group = groups.get(name);
    if (group) group.push(step);
    else groups.set(name, [step]);
  }
  // Within one transaction the order of rows says nothing.
  for (const group of groups.values()) group.sort((a, b) => a.seq - b.seq);
  return groups;
}

function readSteps(before: Progress, steps: readonly LoggedStep[]) {
  const [first] = steps;
  const last = steps[steps.length - 1];
  if (
    first === undefined ||
    last === undefined ||
    first.seq !== before.seq + 1 ||
    last.seq - first.seq + 1 !== steps.length
  ) {
    throw new LogGap(`Session ${first?.session_id} has a gap in its log after step ${before.seq}`);
  }
  const events = steps.flatMap((step) => step.events);
  return readOn(before, first.session_id, last.seq, events);
}

async function replace(
  connection: DuckDBConnection,
  changed: readonly Changed[],
  running: readonly StoredSession[],
  ended: readonly StoredSession[],
): Promise<void> {
  await deleteFrom(connection, 'running_session', 'no', running);
  await deleteFrom(connection, 'ended_session', 'no', ended);
  const visits = await connection.createAppender('finished_visit');
  await inTurns(changed, ({ session, finished }) => {
    for (const visit of finished) appendVisit(visits, session.no, visit);
  });
  visits.closeSync();
  for (const table of ['running_session', 'ended_session'] as const) {
    const sessions = await connection.createAppender(table);
    const rows = changed.filter(({ session }) => (session.progress.ended === null) === (table === 'running_session'));
    await inTurns(rows, ({ head, session }) => appendSession(sessions, head, session));
    sessions.closeSync();
  }
}

/** Takes erased sessions out of everything. */
async function forget(connection: DuckDBConnection, erased: readonly SessionKey[]): Promise<void> {
  const wanted = erased.map((key) => ({ account: key.account_id, id: key.session_id, started: null }));
  const running = await storedSessions(connection, 'running_session', wanted);
  const ended = await storedSessions(connection, 'ended_session', wanted);
  await deleteFrom(connection, 'running_session', 'no', running);
  await deleteFrom(connection, 'ended_session', 'no', ended);
  await deleteFrom(connection, 'finished_visit', 'session', [...running, ...ended]);
}

async function deleteFrom(
  connection: DuckDBConnection,
  table: 'running_session' | 'ended_session' | 'finished_visit',
  column: 'no' | 'session',
  sessions: readonly StoredSession[],
): Promise<void> {
  if (sessions.length === 0) return;
  const numbers = sessions.map((session) => session.no);
  await runFor(connection, `delete from ${table} where ${column} in (select unnest($1))`, numbers);
}

function whereOf(head: SessionLine): Wanted {
  return { account: head.account_id, id: head.id, started: head.started_at };
}

function nameOf(session: Pick<StoredSession, 'account' | 'id'>): string {
  return `${session.account}/${session.id}`;
}

function nameOfKey(key: SessionKey): string {
  return `${key.account_id}/${key.session_id}`;
}
