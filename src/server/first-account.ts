import { randomBytes } from 'node:crypto';
import { ROLES } from '#api/permissions.ts';
import type { AccountId, UserId } from '#prelude/ids.ts';
import { insertMembership } from '#store/queries/memberships.ts';
import { anybodySignsIn, insertUser } from '#store/queries/users.ts';
import { accountScope } from '#store/scope.ts';
import { createAccount } from './accounts/commands.ts';
import { record } from './record.ts';
import type { Services } from './services.ts';

export interface FirstAdministrator {
  readonly email: string;
  /** Shown once: only its hash is kept. */
  readonly password: string;
}

const NAME = 'First administrator';

/**
 * On a server that nobody can sign in to yet: makes an account and somebody with every role in it, who looks after the
 * whole server too. Undefined where somebody can sign in already.
 */
export async function makeFirstAccount({
  db,
  ids,
  clock,
  passwords,
  config,
}: Services): Promise<FirstAdministrator | undefined> {
  const password = randomBytes(15).toString('base64url');
  const password_hash = await passwords.hash(password);
  const email = config.firstAdministrator;
  const now = clock.now();
  return db.transaction().execute(async (within) => {
    if (await anybodySignsIn(within)) return undefined;
    const user = ids.make('usr') as UserId;
    const account = ids.make('acc') as AccountId;
    const scope = accountScope(account);
    await insertUser(within, {
      id: user,
      email,
      name: NAME,
      password_hash,
      system_administrator: true,
      created_at: now,
    });
    await createAccount(within, { id: account, name: 'My account' }, now);
    await insertMembership(scope, within, { user_id: user, roles: ROLES, created_at: now });
    const who = { person: { id: user, name: NAME }, account, scope, roles: ROLES, system: true };
    await record({ who, now, db: within }, 'account.made', { object: `account:${account}`, title: 'My account' });
    return { email, password };
  });
}
