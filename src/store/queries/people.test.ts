import { afterAll, beforeAll, expect, test } from 'vitest';
import type { UserId } from '#prelude/ids.ts';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { anAccount, MORNING, newId } from '#test/database/rows.ts';
import type { AccountScope } from '../scope.ts';
import { findApiKey, insertApiKey, revokeApiKey, touchApiKey } from './api-keys.ts';
import {
  findMembership,
  insertMembership,
  listAccountsOf,
  listMembers,
  lockMembersWithRole,
  updateMembership,
} from './memberships.ts';
import { deleteSignInsOf, findSignIn, insertSignIn, listSignIns, touchSignIn } from './sign-ins.ts';
import { addTeamMember, insertTeam, listTeams, listTeamsOf, removeTeamMember } from './teams.ts';
import { findUserByEmail, insertUser, updateUser } from './users.ts';

let database: FreshDatabase;
let scope: AccountScope;
beforeAll(async () => {
  database = await freshDatabase();
  scope = await anAccount(database.db);
});
afterAll(() => database.drop());

async function aUser(email = `${newId('mail')}@example.com`): Promise<UserId> {
  const id = newId<UserId>('usr');
  await insertUser(database.db, { id, email, name: 'Ana', password_hash: null, created_at: MORNING });
  return id;
}

test('an address belongs to one person, however it is written', async () => {
  const id = await aUser('Ana.Élan@example.com');
  const twin = { id: newId<UserId>('usr'), name: 'Other', password_hash: null, created_at: MORNING };
  expect(await insertUser(database.db, { ...twin, email: 'ANA.ÉLAN@EXAMPLE.COM' })).toBe(false);
  expect(await findUserByEmail(database.db, 'ana.élan@Example.com')).toMatchObject({ id });
});

test('a sign-in holds until it runs out, or its user is disabled', async () => {
  const { db } = database;
  const user = await aUser();
  const signIn = {
    token_hash: newId<string>('tok'),
    user_id: user,
    client: 'Firefox',
    created_at: MORNING,
    seen_at: MORNING,
  };
  await insertSignIn(db, { ...signIn, expires_at: MORNING + 1_000 });
  expect(await findSignIn(db, signIn.token_hash, MORNING + 999)).toMatchObject({ user_id: user, user_name: 'Ana' });
  expect(await findSignIn(db, signIn.token_hash, MORNING + 1_000)).toBeUndefined();
  await touchSignIn(db, signIn.token_hash, MORNING + 500, MORNING + 1_500);
  expect(await findSignIn(db, signIn.token_hash, MORNING + 1_000)).toBeDefined();
  await updateUser(db, user, { disabled_at: MORNING });
  expect(await findSignIn(db, signIn.token_hash, MORNING + 1_000)).toBeUndefined();
});

test('signing out everywhere leaves the sign-in it is done with', async () => {
  const { db } = database;
  const user = await aUser();
  for (const token_hash of ['one', 'two', 'three']) {
    const times = { created_at: MORNING, seen_at: MORNING, expires_at: MORNING + 1 };
    await insertSignIn(db, { token_hash, user_id: user, client: '', ...times });
  }
  await deleteSignInsOf(db, user, 'two');
  expect((await listSignIns(db, user)).map((row) => row.token_hash)).toEqual(['two']);
});

test('a member has roles in one account and none in another', async () => {
  const { db } = database;
  const user = await aUser();
  const other = await anAccount(db);
  const membership = { user_id: user, roles: ['designer', 'reviewer'], created_at: MORNING };
  expect(await insertMembership(scope, db, membership)).toBe(true);
  expect(await insertMembership(scope, db, membership)).toBe(false);
  expect(await findMembership(db, scope.account, user)).toMatchObject({ roles: ['designer', 'reviewer'] });
  expect(await findMembership(db, other.account, user)).toBeUndefined();
  expect(await listAccountsOf(db, user)).toMatchObject([{ account_id: scope.account }]);
  expect(await updateMembership(other, db, user, { roles: ['account-administrator'] })).toBe(false);
  await updateMembership(scope, db, user, { disabled_at: MORNING });
  expect(await listAccountsOf(db, user)).toEqual([]);
  expect((await listMembers(scope, db)).find((member) => member.user_id === user)).toMatchObject({ name: 'Ana' });
});

test('of two administrators who remove each other at once one stays', async () => {
  const { db } = database;
  const mine = await anAccount(db);
  const [ana, ben] = [await aUser(), await aUser()];
  for (const user_id of [ana, ben])
    await insertMembership(mine, db, { user_id, roles: ['admin'], created_at: MORNING });
  const remove = (user: UserId) =>
    db.transaction().execute(async (transaction) => {
      const administrators = await lockMembersWithRole(mine, transaction, 'admin');
      if (administrators.length < 2) return false;
      return updateMembership(mine, transaction, user, { roles: ['agent'] });
    });
  expect((await Promise.all([remove(ana), remove(ben)])).filter(Boolean)).toHaveLength(1);
  expect(await lockMembersWithRole(mine, db, 'admin')).toHaveLength(1);
});

test('a key works until it runs out or is revoked, in its own account only', async () => {
  const { db } = database;
  const other = await anAccount(db);
  const key = {
    id: newId<string>('key'),
    name: 'CRM',
    key_hash: 'hash',
    roles: ['agent'],
    created_by: newId<UserId>('usr'),
  };
  await insertApiKey(scope, db, { ...key, created_at: MORNING, expires_at: MORNING + 100 });
  expect(await findApiKey(db, scope.account, key.id, MORNING)).toMatchObject({ key_hash: 'hash', used_at: null });
  expect(await findApiKey(db, other.account, key.id, MORNING)).toBeUndefined();
  expect(await findApiKey(db, scope.account, key.id, MORNING + 100)).toBeUndefined();
  await touchApiKey(scope, db, key.id, MORNING + 1);
  await touchApiKey(scope, db, key.id, MORNING + 2);
  expect(await findApiKey(db, scope.account, key.id, MORNING)).toMatchObject({ used_at: MORNING + 1 });
  expect(await revokeApiKey(other, db, key.id, MORNING)).toBe(false);
  expect(await revokeApiKey(scope, db, key.id, MORNING)).toBe(true);
  expect(await revokeApiKey(scope, db, key.id, MORNING)).toBe(false);
  expect(await findApiKey(db, scope.account, key.id, MORNING)).toBeUndefined();
});

test('a team lists its members, and a member their teams', async () => {
  const { db } = database;
  const user = await aUser();
  await insertMembership(scope, db, { user_id: user, roles: ['agent'], created_at: MORNING });
  const team = { id: newId<never>('tea'), name: 'Pilots', created_at: MORNING };
  expect(await insertTeam(scope, db, team)).toBe(true);
  expect(await insertTeam(scope, db, { ...team, id: newId<never>('tea'), name: 'pilots' })).toBe(false);
  expect(await listTeams(scope, db)).toMatchObject([{ name: 'Pilots', members: [] }]);
  await addTeamMember(scope, db, team.id, user);
  await addTeamMember(scope, db, team.id, user);
  expect(await listTeams(scope, db)).toMatchObject([{ members: [user] }]);
  expect(await listTeamsOf(scope, db, user)).toEqual([team.id]);
  await removeTeamMember(scope, db, team.id, user);
  expect(await listTeamsOf(scope, db, user)).toEqual([]);
});
