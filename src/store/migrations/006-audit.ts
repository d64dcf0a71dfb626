import { type Kysely, sql } from 'kysely';
import { ALL_RIGHTS, grant } from './application-role.ts';

/** The audit log, which the application can only add to, and the answers kept for repeated requests. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table audit_entries (
      account_id text collate "C" not null references accounts (id),
      n integer not null,
      at bigint not null,
      actor text collate "C" not null,
      action text not null,
      object text not null,
      details json not null,
      previous_hash text not null,
      hash text not null,
      primary key (account_id, n)
    );

    create table audit_heads (
      account_id text collate "C" primary key references accounts (id),
      n integer not null,
      hash text not null
    );

    create table idempotency_keys (
      account_id text collate "C" not null references accounts (id) on delete cascade,
      actor text collate "C" not null,
      key text collate "C" not null,
      route text not null,
      request_hash text not null,
      made_at bigint not null,
      status integer,
      response text,
      primary key (account_id, actor, key)
    );
    create index idempotency_keys_made on idempotency_keys (made_at);
  `.execute(db);
  await grant(db, 'audit_entries', 'select, insert');
  await grant(db, 'audit_heads', 'select, insert, update');
  await grant(db, 'idempotency_keys', ALL_RIGHTS);
}
