import type { FastifyRequest } from 'fastify';
import { ok, type Result } from '#prelude/result.ts';
import type { Db } from '#store/connect.ts';
import { deleteSignInsOf, insertSignIn } from '#store/queries/sign-ins.ts';
import { findUser, findUserByEmail, updateUser } from '#store/queries/users.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Services } from '../services.ts';
import type { SignedIn } from '../who.ts';
import { hashOfSecret, newSecret } from './secret.ts';

/** How long a sign-in lasts, milliseconds. */
export const SIGN_IN_LASTS = 7 * 24 * 3_600_000;

/** Checks e-mail address and password; the token of the new sign-in and whose it is. */
export async function signIn(
  services: Services,
  request: FastifyRequest,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Result<{ readonly token: string; readonly user: Omit<SignedIn, 'token'> }, Refusal>> {
  const { db, clock, gate, passwords } = services;
  const wait = gate.knock(request.ip, email);
  if (wait > 0) return refuse('sign-in.too-many', { retryAfter: wait / 1000 });
  const user = await findUserByEmail(db, email);
  const usable = user && user.disabled_at === null ? user : undefined;
  const matched = await passwords.matches(password, usable?.password_hash ?? undefined);
  if (!usable || !matched) return refuse('sign-in.failed');
  gate.welcome(email);
  const token = newSecret();
  const now = clock.now();
  await insertSignIn(db, {
    token_hash: hashOfSecret(token),
    user_id: usable.id,
    client: (request.headers['user-agent'] ?? '').slice(0, 200),
    created_at: now,
    seen_at: now,
    expires_at: now + SIGN_IN_LASTS,
  });
  return ok({ token, user: { ...usable, system: usable.system_administrator } });
}

/** Replaces one's own password; every other sign-in of the same person ends. */
export async function changePassword(
  { passwords, gate }: Services,
  db: Db,
  who: SignedIn,
  { current, next }: { readonly current: string; readonly next: string },
  address: string,
): Promise<Result<undefined, Refusal>> {
  const wait = gate.knock(address, who.email);
  if (wait > 0) return refuse('sign-in.too-many', { retryAfter: wait / 1000 });
  const user = await findUser(db, who.id);
  if (!(await passwords.matches(current, user?.password_hash ?? undefined))) return refuse('password.wrong');
  gate.welcome(who.email);
  await updateUser(db, who.id, { password_hash: await passwords.hash(next) });
  await deleteSignInsOf(db, who.id, who.token);
  return ok(undefined);
}
