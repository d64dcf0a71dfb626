import { sql } from 'kysely';
import type { UserId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { Row } from '../tables.ts';

/* People who sign in. They belong to the server; memberships say what they are in an account. */

export interface NewUser {
  readonly id: UserId;
  readonly email: string;
  readonly name: string;
  /** Null for those who sign in elsewhere. */
  readonly password_hash: string | null;
  readonly system_administrator?: boolean;
  readonly created_at: Instant;
}

/** @returns false when somebody has this address already, in whatever case it was written */
export async function insertUser(db: Db, user: NewUser): Promise<boolean> {
  const inserted = await db
    .insertInto('users')
    .values(user)
    .onConflict((conflict) => conflict.expression(sql`lower(email)`).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/**
 * Whether the server has any user. Within a transaction, nobody else can make the first one meanwhile.
 */
export async function anybodySignsIn(db: Db): Promise<boolean> {
  await sql`lock table users in share row exclusive mode`.execute(db);
  return (await db.selectFrom('users').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export function findUser(db: Db, id: UserId): Promise<Row<'users'> | undefined> {
  return db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findUserByEmail(db: Db, email: string): Promise<Row<'users'> | undefined> {
  return db
    .selectFrom('users')
    .selectAll()
    .where(sql<string>`lower(email)`, '=', sql<string>`lower(${email})`)
    .executeTakeFirst();
}

export async function updateUser(
  db: Db,
  id: UserId,
  changes: {
    readonly name?: string;
    readonly email?: string;
    readonly password_hash?: string;
    readonly disabled_at?: Instant | null;
  },
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await db.updateTable('users').set(changes).where('id', '=', id).execute();
}
