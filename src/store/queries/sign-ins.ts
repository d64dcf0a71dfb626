import type { UserId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '../connect.ts';
import type { Row } from '../tables.ts';

/* Who is signed in. Only the hash of a token is kept: who reads this table can sign in as nobody. */

export type SignedIn = Row<'sign_ins'> & {
  readonly user_name: string;
  readonly email: string;
  readonly system_administrator: boolean;
};

export async function insertSignIn(db: Db, signIn: Row<'sign_ins'>): Promise<void> {
  await db.insertInto('sign_ins').values(signIn).execute();
}

/** The sign-in of a token, with its user; nothing when it has run out or the user is disabled. */
export function findSignIn(db: Db, tokenHash: string, now: Instant): Promise<SignedIn | undefined> {
  return db
    .selectFrom('sign_ins')
    .innerJoin('users', 'users.id', 'sign_ins.user_id')
    .selectAll('sign_ins')
    .select(['users.name as user_name', 'users.email', 'users.system_administrator'])
    .where('sign_ins.token_hash', '=', tokenHash)
    .where('sign_ins.expires_at', '>', now)
    .where('users.disabled_at', 'is', null)
    .executeTakeFirst();
}

/** Notes that a sign-in is in use and moves its end. */
export async function touchSignIn(db: Db, tokenHash: string, now: Instant, expiresAt: Instant): Promise<void> {
  await db
    .updateTable('sign_ins')
    .set({ seen_at: now, expires_at: expiresAt })
    .where('token_hash', '=', tokenHash)
    .execute();
}

export function listSignIns(db: Db, user: UserId): Promise<Row<'sign_ins'>[]> {
  return db.selectFrom('sign_ins').selectAll().where('user_id', '=', user).orderBy('seen_at', 'desc').execute();
}

export async function deleteSignIn(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('sign_ins').where('token_hash', '=', tokenHash).execute();
}

/** Signs a user out everywhere, but for the sign-in they do it with. */
export async function deleteSignInsOf(db: Db, user: UserId, except: string | null): Promise<void> {
  let query = db.deleteFrom('sign_ins').where('user_id', '=', user);
  if (except !== null) query = query.where('token_hash', '!=', except);
  await query.execute();
}

/** @returns how many had run out */
export async function deleteExpiredSignIns(db: Db, now: Instant): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('sign_ins').where('expires_at', '<=', now).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
