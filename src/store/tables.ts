import type { ColumnType, Generated, JSONColumnType, Selectable } from 'kysely';
import type {
  AccountId,
  ChangeRequestId,
  ContentHash,
  ElementId,
  FolderId,
  InteractionId,
  SessionId,
  TeamId,
  UserId,
} from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type {
  AccountValuesTable,
  ConnectionsTable,
  MailSettingsTable,
  OutcomesTable,
  SecretKeysTable,
} from './administration-tables.ts';
import type { JsonColumn } from './json-column.ts';
import type { EffectsTable, ErasedSessionsTable, SessionStepsTable, SessionsTable } from './session-tables.ts';

/*
 * The tables as the migrations leave them. A test compares this file, `session-tables.ts` and
 * `administration-tables.ts` with the migrated database, column by column.
 * JSON columns are read as values and written as text (`JSON.stringify`): the driver would take a list for an array.
 */

/** What an account decides for itself. */
export interface AccountSettings {
  /** An IANA name, such as `Europe/Madrid`. */
  readonly timeZone?: string;
  /** Minutes without a step after which a session times out. */
  readonly idleMinutes?: number;
  /** Whether authors may approve their own versions. */
  readonly selfApproval?: boolean;
  readonly demo?: boolean;
}

export interface AccountsTable {
  id: AccountId;
  name: string;
  settings: JSONColumnType<AccountSettings, string | undefined, string>;
  created_at: Instant;
}

export interface UsersTable {
  id: UserId;
  email: string;
  name: string;
  password_hash: string | null;
  system_administrator: Generated<boolean>;
  created_at: Instant;
  disabled_at: Instant | null;
}

export interface SignInsTable {
  token_hash: string;
  user_id: UserId;
  client: string;
  created_at: Instant;
  seen_at: Instant;
  expires_at: Instant;
}

export interface MembershipsTable {
  account_id: AccountId;
  user_id: UserId;
  roles: string[];
  created_at: Instant;
  disabled_at: Instant | null;
}

export interface TeamsTable {
  account_id: AccountId;
  id: TeamId;
  name: string;
  created_at: Instant;
}

export interface TeamMembersTable {
  account_id: AccountId;
  team_id: TeamId;
  user_id: UserId;
}

export interface ApiKeysTable {
  account_id: AccountId;
  id: string;
  name: string;
  key_hash: string;
  roles: string[];
  created_by: UserId;
  created_at: Instant;
  expires_at: Instant | null;
  used_at: Instant | null;
  revoked_at: Instant | null;
}

export interface FoldersTable {
  account_id: AccountId;
  id: FolderId;
  parent_id: FolderId | null;
  name: string;
  settings: JSONColumnType<JsonObject, string | undefined, string>;
  created_at: Instant;
  created_by: UserId;
}

export interface InteractionsTable {
  account_id: AccountId;
  id: InteractionId;
  name: string;
  description: string;
  folder_id: FolderId | null;
  live_version: number | null;
  created_at: Instant;
  created_by: UserId;
  modified_at: Instant;
  modified_by: UserId;
  deleted_at: Instant | null;
  deleted_by: UserId | null;
  delete_reason: string | null;
  /** Taken out of the trash for good; the row stays for the sessions that reports tell of. */
  emptied_at: Instant | null;
}

export type VersionStatus = 'draft' | 'in-review' | 'changes-requested' | 'approved' | 'live' | 'retired';

/** How many problems the checks found at publish. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** How the tests in a file ended when it was published. Of very many that failed, not all are named. */
export interface TestsAtPublish {
  readonly all: number;
  readonly passed: number;
  readonly failed: readonly { readonly id: string; readonly name: string; readonly failures: readonly string[] }[];
}

export interface VersionsTable {
  account_id: AccountId;
  interaction_id: InteractionId;
  number: number;
  content_hash: ContentHash;
  whole_hash: string;
  /** The file as it was published, never changed. */
  bytes: string;
  status: VersionStatus;
  name: string;
  note: string;
  clients: string[];
  /** Change requests that this version answers. */
  answers: ChangeRequestId[];
  problems: JSONColumnType<ProblemCounts>;
  /** Null: published before anybody ran them. */
  tests: JSONColumnType<TestsAtPublish | null, string | null, string | null>;
  published_at: Instant;
  published_by: UserId;
  status_at: Instant;
  status_by: UserId;
  deleted_at: Instant | null;
  deleted_by: UserId | null;
}

export interface ReleasesTable {
  account_id: AccountId;
  interaction_id: InteractionId;
  id: string;
  /** Null: withdrawn. */
  version_number: number | null;
  previous_number: number | null;
  kind: 'live' | 'roll-back' | 'withdraw' | 'emergency';
  reason: string;
  note: string;
  released_at: Instant;
  released_by: UserId;
}

export interface ReviewsTable {
  account_id: AccountId;
  id: string;
  interaction_id: InteractionId;
  version_number: number;
  /** What is reviewed: an approval binds these bytes and no others. */
  content_hash: ContentHash;
  reviewers: UserId[];
  note: string;
  requested_at: Instant;
  requested_by: UserId;
  closed_at: Instant | null;
}

export interface ReviewDecisionsTable {
  account_id: AccountId;
  review_id: string;
  id: string;
  decision: 'approve' | 'request-changes';
  reason: string;
  decided_at: Instant;
  decided_by: UserId;
}

export interface CommentsTable {
  account_id: AccountId;
  id: string;
  interaction_id: InteractionId;
  /** The comment that this one answers. */
  parent_id: string | null;
  element: ElementId | null;
  version_number: number | null;
  session_id: SessionId | null;
  text: string;
  author: UserId;
  created_at: Instant;
  edited_at: Instant | null;
  resolved_at: Instant | null;
  resolved_by: UserId | null;
}

export type ChangeRequestStatus = 'open' | 'planned' | 'done' | 'declined';

export interface ChangeRequestsTable {
  account_id: AccountId;
  id: ChangeRequestId;
  interaction_id: InteractionId;
  element: ElementId | null;
  version_number: number | null;
  period_from: Instant | null;
  period_to: Instant | null;
  wish: string;
  /** The evidence: figures as the report showed them. */
  figures: JsonColumn;
  /** The measure and the value to reach. */
  goal: ColumnType<Json, string | null, string | null>;
  /** Example sessions. */
  sessions: SessionId[];
  owner: UserId | null;
  status: ChangeRequestStatus;
  created_at: Instant;
  created_by: UserId;
  modified_at: Instant;
  closed_at: Instant | null;
  closed_by_version: number | null;
  /** What was measured after the version that answers it went live. */
  effect: ColumnType<Json, string | null, string | null>;
}

export interface WorkingCopiesTable {
  account_id: AccountId;
  id: string;
  interaction_id: InteractionId;
  name: string;
  based_on: number | null;
  snapshot: Uint8Array | null;
  created_at: Instant;
  created_by: UserId;
  modified_at: Instant;
  modified_by: UserId;
  deleted_at: Instant | null;
}

export interface WorkingCopyUpdatesTable {
  account_id: AccountId;
  working_copy_id: string;
  id: string;
  bytes: Uint8Array;
  made_at: Instant;
  made_by: UserId;
}

/** Which version of another Interaction a version runs. */
export interface VersionPinsTable {
  account_id: AccountId;
  interaction_id: InteractionId;
  number: number;
  callee_id: InteractionId;
  callee_number: number;
}

export interface FilesTable {
  account_id: AccountId;
  session_id: SessionId;
  id: string;
  name: string;
  /** The media type, as the bytes say. */
  type: string;
  size: number;
  sha256: string;
  bytes: Uint8Array;
  uploaded_at: Instant;
  uploaded_by: UserId;
}

export interface AuditEntriesTable {
  account_id: AccountId;
  n: number;
  at: Instant;
  actor: string;
  action: string;
  object: string;
  details: JsonColumn;
  previous_hash: string;
  hash: string;
}

export interface AuditHeadsTable {
  account_id: AccountId;
  n: number;
  hash: string;
}

export interface IdempotencyKeysTable {
  account_id: AccountId;
  actor: string;
  key: string;
  route: string;
  request_hash: string;
  made_at: Instant;
  /** Null while the first request is being answered. */
  status: number | null;
  response: string | null;
}

/** All tables that queries may name. */
export interface Tables {
  accounts: AccountsTable;
  users: UsersTable;
  sign_ins: SignInsTable;
  memberships: MembershipsTable;
  teams: TeamsTable;
  team_members: TeamMembersTable;
  api_keys: ApiKeysTable;
  folders: FoldersTable;
  interactions: InteractionsTable;
  versions: VersionsTable;
  releases: ReleasesTable;
  reviews: ReviewsTable;
  review_decisions: ReviewDecisionsTable;
  comments: CommentsTable;
  change_requests: ChangeRequestsTable;
  working_copies: WorkingCopiesTable;
  working_copy_updates: WorkingCopyUpdatesTable;
  sessions: SessionsTable;
  session_steps: SessionStepsTable;
  effects: EffectsTable;
  version_pins: VersionPinsTable;
  erased_sessions: ErasedSessionsTable;
  files: FilesTable;
  audit_entries: AuditEntriesTable;
  audit_heads: AuditHeadsTable;
  idempotency_keys: IdempotencyKeysTable;
  connections: ConnectionsTable;
  mail_settings: MailSettingsTable;
  secret_keys: SecretKeysTable;
  account_values: AccountValuesTable;
  outcomes: OutcomesTable;
}

/** A row of a table as it is read. */
export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;
