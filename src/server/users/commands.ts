import type { Role } from '#api/permissions.ts';
import type { UserId } from '#prelude/ids.ts';
import { ok, type Result } from '#prelude/result.ts';
import {
  insertMembership,
  listAccountsOf,
  listMembers,
  lockMembersWithRole,
  type Member as MemberRow,
  updateMembership,
} from '#store/queries/memberships.ts';
import { deleteSignInsOf } from '#store/queries/sign-ins.ts';
import { findUserByEmail, insertUser, updateUser } from '#store/queries/users.ts';
import { type Doer, record } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Services } from '../services.ts';

const ADMINISTRATOR: Role = 'account-administrator';

/**
 * Adds somebody new. Who is known to the server already is added by those who look after the whole server only: else an
 * account could take in people of another one, or hold an address ready before its owner comes.
 */
export async function addUser(
  { ids, passwords }: Services,
  doer: Doer,
  user: { readonly email: string; readonly name: string; readonly roles: readonly Role[]; readonly password: string },
): Promise<Result<MemberRow, Refusal>> {
  const { who, db, now } = doer;
  const id = ids.make('usr') as UserId;
  const password_hash = await passwords.hash(user.password);
  const isNew = await insertUser(db, { id, email: user.email, name: user.name, password_hash, created_at: now });
  const known = isNew ? undefined : await findUserByEmail(db, user.email);
  if (known && !who.system) return refuse('user.email-taken');
  const member = known?.id ?? id;
  if (!(await insertMembership(who.scope, db, { user_id: member, roles: user.roles, created_at: now }))) {
    return refuse('user.email-taken');
  }
  const details = { email: user.email, roles: [...user.roles] };
  await record(doer, 'user.added', { object: `user:${member}`, title: known?.name ?? user.name }, { details });
  return found(doer, member);
}

export async function changeUser(
  doer: Doer,
  id: UserId,
  changes: {
    readonly name?: string | undefined;
    readonly roles?: readonly Role[] | undefined;
    readonly disabled?: boolean | undefined;
  },
): Promise<Result<MemberRow, Refusal>> {
  const { who, db, now } = doer;
  const administrators = await lockMembersWithRole(who.scope, db, ADMINISTRATOR);
  const before = await found(doer, id);
  if (!before.ok) return before;
  const staysAdministrator = (changes.roles?.includes(ADMINISTRATOR) ?? true) && changes.disabled !== true;
  if (administrators.length === 1 && administrators[0] === id && !staysAdministrator) {
    return refuse('user.last-administrator');
  }
  if (changes.name !== undefined && changes.name !== before.value.name) {
    // A name is the person's, not the account's.
    const accounts = await listAccountsOf(db, id);
    if (accounts.some(({ account_id }) => account_id !== who.account)) {
      return refuse('permission.missing', {
        detail: 'This person belongs to other accounts too; they keep their name.',
      });
    }
    await updateUser(db, id, { name: changes.name });
  }
  await updateMembership(who.scope, db, id, {
    ...(changes.roles === undefined ? {} : { roles: changes.roles }),
    ...(changes.disabled === undefined ? {} : { disabled_at: changes.disabled ? now : null }),
  });
  if (changes.disabled === true && (await listAccountsOf(db, id)).length === 0) await deleteSignInsOf(db, id, null);
  const after = await found(doer, id);
  if (!after.ok) return after;
  const details = {
    name: after.value.name,
    roles: after.value.roles,
    disabled: after.value.disabled_at !== null,
  };
  await record(doer, 'user.changed', { object: `user:${id}`, title: after.value.name }, { details });
  return after;
}

async function found({ who, db }: Doer, id: UserId): Promise<Result<MemberRow, Refusal>> {
  const member = (await listMembers(who.scope, db)).find(({ user_id }) => user_id === id);
  return member ? ok(member) : refuse('not-found');
}
