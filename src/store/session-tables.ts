import type { Generated, JSONColumnType } from 'kysely';
import type {
  AccountId,
  CommandId,
  ContentHash,
  ElementPath,
  InteractionId,
  SessionId,
  TeamId,
  UserId,
} from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { JsonColumn } from './json-column.ts';

// The tables of sessions, as the migrations leave them: see `tables.ts`.

export type SessionKind = 'live' | 'test' | 'practice' | 'demo';

export interface SessionsTable {
  account_id: AccountId;
  id: SessionId;
  interaction_id: InteractionId;
  version_number: number;
  content_hash: ContentHash;
  kind: SessionKind;
  client: string;
  channel: string | null;
  language: string;
  user_id: UserId | null;
  team_id: TeamId | null;
  customer_key: string | null;
  started_at: Instant;
  seq: number;
  status: string;
  /** Where it waits, or where it ended. */
  element: ElementPath | null;
  state: JsonColumn;
  last_at: Instant;
  ended_at: Instant | null;
  outcome: string | null;
  expires_at: Instant | null;
  /** Values of the variables that are marked as dimensions. */
  dimensions: JSONColumnType<JsonObject, string | undefined, string>;
}

export interface SessionStepsTable {
  account_id: AccountId;
  session_id: SessionId;
  seq: number;
  command_id: CommandId;
  /** Who did it: a user's id, or a word for a client without users. */
  actor: string;
  at: Instant;
  events: JsonColumn;
  /** The writing transaction's number. */
  xact: Generated<number>;
}

/** What sessions asked the world outside for: the outbox. */
export interface EffectsTable {
  account_id: AccountId;
  session_id: SessionId;
  effect: string;
  interaction_id: InteractionId;
  element: ElementPath;
  kind: string;
  /** The name under which the outside ends a wait. */
  event: string | null;
  request: JsonColumn;
  /** The process that alone holds secrets which the request needs. */
  home: string | null;
  requested_at: Instant;
  /** Null: only the outside ends it. */
  due_at: Instant | null;
  taken_until: Instant | null;
  attempts: Generated<number>;
  finished_at: Instant | null;
  result: string | null;
  code: string | null;
}

export interface ErasedSessionsTable {
  account_id: AccountId;
  session_id: SessionId;
  erased_at: Instant;
  /** The erasing transaction's number. */
  xact: Generated<number>;
}
