import type { FastifyRequest } from 'fastify';
import { ROLES } from '#api/permissions.ts';
import { type AccountId, ID_PATTERN, type UserId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import { findApiKey, touchApiKey } from '#store/queries/api-keys.ts';
import { findSignIn } from '#store/queries/sign-ins.ts';
import { accountScope } from '#store/scope.ts';
import { cookieOf } from '../http/cookie.ts';
import type { Services } from '../services.ts';
import { type Member, rolesOf, type SignedIn } from '../who.ts';
import { hashOfSecret, sameHash } from './secret.ts';

/** `Bearer wmk.<account>.<key>.<secret>`: account and id stand in the open, so that the key is found by its row's key. */
const API_KEY = /^Bearer wmk\.([a-z0-9_]{1,64})\.([a-z0-9_]{1,64})\.([A-Za-z0-9_-]{43})$/;

/** What is longer is none of ours. */
const LONGEST_TOKEN = 100;

export function textOfApiKey(account: AccountId, id: string, secret: string): string {
  return `wmk.${account}.${id}.${secret}`;
}

/** Who signed in with the cookie of this request. */
export async function findSignedIn(request: FastifyRequest, db: Db, now: Instant): Promise<SignedIn | undefined> {
  const token = tokenOf(request);
  if (token === undefined) return undefined;
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

/** What finding out who asks needs. */
export type Lookup = Pick<Services, 'db' | 'askers' | 'clock'>;

/**
 * Who asks, within the account of the address. An account that does not exist and one that the asker has no part in give
 * the same: nothing. The only place of the server that makes an account scope for a request.
 */
export async function findMember(
  request: FastifyRequest,
  account: string,
  { db, askers, clock }: Lookup,
): Promise<Member | 'nobody' | 'elsewhere'> {
  const byKey = API_KEY.exec(request.headers.authorization ?? '');
  if (byKey) return memberByKey(byKey, account, db, clock.now());
  const token = tokenOf(request);
  // Asked before the address is checked: what is no id names no account.
  const id = (ID_PATTERN.test(account) ? account : '') as AccountId;
  const asker = token === undefined ? undefined : await askers.find({ tokenHash: hashOfSecret(token), account: id });
  if (!asker) return 'nobody';
  const system = asker.systemAdministrator;
  if (!asker.accountExists || !(system || asker.roles)) return 'elsewhere';
  const person = { id: asker.user, name: asker.name };
  return { person, account: id, scope: accountScope(id), roles: system ? ROLES : rolesOf(asker.roles ?? []), system };
}

function tokenOf(request: FastifyRequest): string | undefined {
  const token = cookieOf(request);
  return token === undefined || token.length > LONGEST_TOKEN ? undefined : token;
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
