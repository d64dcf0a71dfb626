import type { ColumnType, JSONColumnType } from 'kysely';
import type { AccountId, ConnectionKey, UserId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { JsonColumn } from './json-column.ts';

// The tables of what administrators keep for their account, as the migrations leave them: see `tables.ts`.

export interface ConnectionsTable {
  account_id: AccountId;
  key: ConnectionKey;
  name: string;
  kind: 'http';
  /** Null until they are entered. */
  live: ColumnType<Json, string | null, string | null>;
  /** Sealed by the server. */
  live_secret: string | null;
  test: ColumnType<Json, string | null, string | null>;
  test_secret: string | null;
  created_at: Instant;
  created_by: UserId;
  modified_at: Instant;
  modified_by: UserId;
}

export interface MailSettingsTable {
  account_id: AccountId;
  settings: JsonColumn;
  /** Sealed by the server. */
  password: string | null;
  modified_at: Instant;
  modified_by: UserId;
}

export interface SecretKeysTable {
  /** The key's name, not the key. */
  id: string;
  first_used_at: Instant;
}

export interface AccountValuesTable {
  account_id: AccountId;
  key: string;
  label: string;
  description: string;
  /** One of `ACCOUNT_VALUE_TYPES`. */
  type: string;
  live: JsonColumn;
  /** Null: test runs read the live value. */
  test: JsonColumn | null;
  revision: number;
  changed_at: Instant;
  changed_by: UserId;
}

export interface OutcomesTable {
  account_id: AccountId;
  key: string;
  /** By language. */
  label: JSONColumnType<{ readonly [language: string]: string }>;
  kind: string;
  /** The order in which they are offered. */
  place: number;
  retired_at: Instant | null;
  /** The key of the one as which it counts. */
  merged_into: string | null;
  revision: number;
}
