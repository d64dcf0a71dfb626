import {
  BIGINT,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBListValue,
  DuckDBStructValue,
  type DuckDBValue,
  INTEGER,
  LIST,
  listValue,
  STRUCT,
  structValue,
  VARCHAR,
} from '@duckdb/node-api';
import type { AccountId, ElementPath, SessionId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { SessionLine } from '../queries/sessions.ts';
import type { FinishedVisit, OpenVisit, Progress } from './read-on.ts';
import { rowsFor } from './values.ts';

/** A session as the replica has it. */
export interface StoredSession {
  readonly no: number;
  readonly account: AccountId;
  readonly id: SessionId;
  readonly progress: Progress;
}

type Table = 'running_session' | 'ended_session';

/** A session to look for, and when it started, where that is known: then only that time is searched. */
export interface Wanted {
  readonly account: AccountId;
  readonly id: SessionId;
  readonly started: Instant | null;
}

/** Those of the wanted sessions that are in a table. */
export async function storedSessions(
  connection: DuckDBConnection,
  table: Table,
  wanted: readonly Wanted[],
): Promise<StoredSession[]> {
  if (wanted.length === 0) return [];
  const from = Math.min(...wanted.map((one) => one.started ?? 0));
  const to = Math.max(...wanted.map((one) => one.started ?? Number.MAX_SAFE_INTEGER));
  const rows = await rowsFor(
    connection,
    `select no, account, id, seq, ended, outcome, visits, path, active, idle, open
     from ${table} where id in (select unnest($1)) and started between ${from} and ${to}`,
    wanted.map((one) => one.id),
  );
  // An id may occur in two accounts.
  const names = new Set(wanted.map((one) => `${one.account}/${one.id}`));
  return rows.map(sessionOf).filter((session) => names.has(`${session.account}/${session.id}`));
}

function sessionOf(row: { readonly [column: string]: DuckDBValue }): StoredSession {
  return {
    no: Number(row.no),
    account: String(row.account) as AccountId,
    id: String(row.id) as SessionId,
    progress: {
      seq: Number(row.seq),
      ended: row.ended === null ? null : Number(row.ended),
      outcome: row.outcome === null ? null : String(row.outcome),
      visits: Number(row.visits),
      path: BigInt(String(row.path)),
      active: Number(row.active),
      idle: Number(row.idle),
      open: openOf(row.open),
    },
  };
}

/** The column of visits that are not over, as the schema has it. */
const OPEN = LIST(
  STRUCT({ n: INTEGER, element: VARCHAR, entered: BIGINT, inside_active: BIGINT, inside_idle: BIGINT }),
);

function openOf(list: DuckDBValue | undefined): readonly OpenVisit[] {
  if (!(list instanceof DuckDBListValue)) return [];
  return list.items.flatMap((item): OpenVisit[] => {
    if (!(item instanceof DuckDBStructValue)) return [];
    const { n, element, entered, inside_active, inside_idle } = item.entries;
    const inside = { active: Number(inside_active), idle: Number(inside_idle) };
    return [{ n: Number(n), element: String(element) as ElementPath, entered: Number(entered), inside }];
  });
}

function structOf({ n, element, entered, inside }: OpenVisit): DuckDBStructValue {
  const [inside_active, inside_idle] = [whole(inside.active), whole(inside.idle)];
  return structValue({ n, element, entered: whole(entered), inside_active, inside_idle });
}

export function appendSession(appender: DuckDBAppender, head: SessionLine, session: StoredSession): void {
  const { no, progress } = session;
  appender.appendUInteger(no);
  appender.appendVarchar(session.account);
  appender.appendVarchar(session.id);
  appender.appendVarchar(head.interaction_id);
  appender.appendInteger(head.version_number);
  appender.appendVarchar(head.content_hash);
  appender.appendVarchar(head.kind);
  appender.appendVarchar(head.client);
  appendText(appender, head.channel);
  appender.appendVarchar(head.language);
  appendText(appender, head.user_id);
  appendText(appender, head.team_id);
  appender.appendVarchar(JSON.stringify(head.dimensions));
  appendWhole(appender, head.started_at);
  appender.appendInteger(progress.seq);
  appendWhole(appender, progress.ended);
  appendText(appender, progress.outcome);
  appender.appendInteger(progress.visits);
  appender.appendUBigInt(progress.path);
  appendWhole(appender, progress.active);
  appendWhole(appender, progress.idle);
  appender.appendList(listValue(progress.open.map(structOf)), OPEN);
  appender.endRow();
}

export function appendVisit(appender: DuckDBAppender, no: number, visit: FinishedVisit): void {
  appender.appendUInteger(no);
  appender.appendInteger(visit.n);
  appender.appendVarchar(visit.element);
  appender.appendVarchar(visit.exit);
  appendText(appender, visit.to);
  appendWhole(appender, visit.active);
  appendWhole(appender, visit.idle);
  appendWhole(appender, visit.inside);
  appendWhole(appender, visit.enteredAt);
  appender.endRow();
}

function appendText(appender: DuckDBAppender, text: string | null): void {
  if (text === null) appender.appendNull();
  else appender.appendVarchar(text);
}

function appendWhole(appender: DuckDBAppender, value: number | null): void {
  if (value === null) appender.appendNull();
  else appender.appendBigInt(whole(value));
}

/** Milliseconds or a moment; a client may have measured a part of a millisecond. */
function whole(value: number): bigint {
  return BigInt(Math.round(value));
}
