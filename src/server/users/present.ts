import type { User } from '#api/users.ts';
import type { Member as MemberRow } from '#store/queries/memberships.ts';
import { abilities, allows, type Member, rolesOf } from '../who.ts';

export function presentUser(row: MemberRow, member: Member): User {
  return {
    id: row.user_id,
    name: row.name,
    email: row.email,
    roles: [...rolesOf(row.roles)],
    disabled: row.disabled_at !== null,
    createdAt: row.created_at,
    abilities: abilities({ change: allows(member, 'users.change') }),
  };
}
