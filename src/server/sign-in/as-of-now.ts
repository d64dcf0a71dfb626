import type { Instant } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import { findApiKey } from '#store/queries/api-keys.ts';
import { findMembership } from '#store/queries/memberships.ts';
import { type Member, rolesOf } from '../who.ts';

/**
 * The same asker with the roles they have at this moment: for the transaction of a decision. Between the request's
 * arrival and its turn, somebody may have lost the right to decide.
 */
export async function asOfNow(who: Member, db: Db, now: Instant): Promise<Member> {
  if (who.system) return who;
  const membership = await findMembership(db, who.account, who.person.id);
  if (membership) return { ...who, roles: membership.disabled_at === null ? rolesOf(membership.roles) : [] };
  const key = await findApiKey(db, who.account, who.person.id, now);
  return { ...who, roles: rolesOf(key?.roles ?? []) };
}
