import { permissionsOf, ROLES } from '#api/permissions.ts';
import type { Me } from '#api/sign-in.ts';
import type { Db } from '#store/connect.ts';
import { listAccounts } from '#store/queries/accounts.ts';
import { listAccountsOf } from '#store/queries/memberships.ts';
import { rolesOf, type SignedIn } from '../who.ts';

type Account = Me['accounts'][number];

/** Who somebody is, with the accounts they may enter: those they belong to or, for who looks after the server, all. */
export async function presentMe(db: Db, user: Omit<SignedIn, 'token'>): Promise<Me> {
  const { id, name, email, system } = user;
  return { user: { id, name, email, system }, accounts: await accountsOf(db, user) };
}

async function accountsOf(db: Db, user: Omit<SignedIn, 'token'>): Promise<Account[]> {
  if (user.system) {
    const all = await listAccounts(db);
    const abilities = [...permissionsOf(ROLES)];
    return all.map(({ id, name, settings }) => ({
      id,
      name,
      demo: settings.demo === true,
      roles: [...ROLES],
      abilities,
    }));
  }
  const own = await listAccountsOf(db, user.id);
  return own.map(({ account_id, name, roles, settings }) => ({
    id: account_id,
    name,
    demo: settings.demo === true,
    roles: [...rolesOf(roles)],
    abilities: [...permissionsOf(rolesOf(roles))],
  }));
}
