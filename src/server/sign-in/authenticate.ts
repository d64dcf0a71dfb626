import type { FastifyRequest } from 'fastify';
import { ROLES } from '#api/permissions.ts';
import type { AccountId, UserId } from '#prelude/ids.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import { findAccount } from '#store/queries/accounts.ts';
import { findApiKey, touchApiKey } from '#store/queries/api-keys.ts';
import { findMembership } from '#store/queries/memberships.ts';
import { findSignIn } from '#store/queries/sign-ins.ts';
import { accountScope } from '#store/scope.ts';
import { cookieOf } from '../http/cookie.ts';
import { type Member, rolesOf, type SignedIn } from '../who.ts';
import { hashOfSecret, sameHash } from './secret.ts';

/** `Bearer wmk.<account>.<key>.<secret>`: account and id stand in the open, so that the key is found by its row's key. */
const API_KEY = /^Bearer wmk\.([a-z0-9_]{1,64})\.([a-z0-9_]{1,64})\.([A-Za-z0-9_-]{43})$/;

export function textOfApiKey(account: AccountId, id: string, secret: string): string {
  return `wmk.${account}.${id}.${secret}`;
}

/** Who signed in with the cookie of this request. */
export async function findSignedIn(request: FastifyRequest, db: Db, now: Instant): Promise<SignedIn | undefined> {
  const token = cookieOf(request);
  if (token === undefined || token.length > 100) return undefined;
  const hash = hashOfSecret(token);
  const found = await findSignIn(db, hash, now);
  if (!found) return undefined;
  return {
    id: found.user_id,
    name: found.user_name,
    email: found.email,
    system: found.system_administrator,
    token: hash,
  };
}

/**
 * Who asks, within the account of the address. An account that does not exist and one that the asker has no part in give
 * the same: nothing. The only place of the server that makes an account scope for a request.
 */
export async function findMember(
  request: FastifyRequest,
  account: string,
  db: Db,
  now: Instant,
): Promise<Member | 'nobody' | 'elsewhere'> {
  const byKey = API_KEY.exec(request.headers.authorization ?? '');
  if (byKey) return memberByKey(byKey, account, db, now);
  const user = await findSignedIn(request, db, now);
  if (!user) return 'nobody';
  if (!ID_PATTERN.test(account)) return 'elsewhere';
  const id = account as AccountId;
  const person = { id: user.id, name: user.name };
  if (user.system) {
    const scope = accountScope(id);
    return (await findAccount(scope, db)) ? { person, account: id, scope, roles: ROLES, system: true } : 'elsewhere';
  }
  const membership = await findMembership(db, id, user.id);
  if (!membership || membership.disabled_at !== null) return 'elsewhere';
  return { person, account: id, scope: accountScope(id), roles: rolesOf(membership.roles), system: false };
}

async function memberByKey(
  [, owner, key, secret]: RegExpExecArray,
  account: string,
  db: Db,
  now: Instant,
): Promise<Member | 'nobody' | 'elsewhere'> {
  const id = owner as AccountId;
  const row = await findApiKey(db, id, key ?? '', now);
  if (!row || !sameHash(row.key_hash, hashOfSecret(secret ?? ''))) return 'nobody';
  if (owner !== account) return 'elsewhere';
  const scope = accountScope(id);
  await touchApiKey(scope, db, row.id, now);
  return {
    person: { id: row.id as UserId, name: row.name },
    account: id,
    scope,
    roles: rolesOf(row.roles),
    system: false,
  };
}
