import { may, type Permission, ROLES, type Role } from '#api/permissions.ts';
import type { Person } from '#api/users.ts';
import type { AccountId, UserId } from '#prelude/ids.ts';
import type { AccountScope } from '#store/scope.ts';

/** Somebody who signed in with the cookie. */
export interface SignedIn {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  /** Looks after the whole server. */
  readonly system: boolean;
  /** Hash of the token that they came with. */
  readonly token: string;
}

/** Somebody within one account, whether they came with the cookie or with an API key. */
export interface Member {
  /** An API key acts under its own id and name. */
  readonly person: Person;
  readonly account: AccountId;
  readonly scope: AccountScope;
  readonly roles: readonly Role[];
  /** Looks after the whole server. */
  readonly system: boolean;
}

/** Roles as they stand in the database; a word that is no role any more gives no right. */
export function rolesOf(words: readonly string[]): readonly Role[] {
  return ROLES.filter((role) => words.includes(role));
}

export function allows(member: Member, permission: Permission): boolean {
  return may(member.roles, permission);
}

/** Of the abilities named, those whose condition holds: what is sent along with an object. */
export function abilities<Ability extends string>(conditions: Readonly<Record<Ability, boolean>>): Ability[] {
  return (Object.keys(conditions) as Ability[]).filter((ability) => conditions[ability]);
}
