import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { anAccount, MORNING } from '#test/database/rows.ts';
import type { AccountScope } from '../scope.ts';
import { claimKey, forgetKeys, keepAnswer, releaseKey } from './idempotency.ts';

let database: FreshDatabase;
let scope: AccountScope;
beforeAll(async () => {
  database = await freshDatabase();
  scope = await anAccount(database.db);
});
afterAll(() => database.drop());

function request(key: string, over: object = {}) {
  return { actor: 'usr_1', key, route: 'POST /folders', requestHash: 'abc', ...over };
}

test('of requests with one key that come at once one is answered; a later one gets its answer', async () => {
  const claims = await Promise.all([1, 2, 3].map(() => claimKey(scope, database.db, request('k1'), MORNING)));
  expect(claims.map((claim) => claim.kind).sort()).toEqual(['claimed', 'in-flight', 'in-flight']);
  await keepAnswer(scope, database.db, request('k1'), { status: 201, response: '{"id":"fol_1"}' });
  expect(await claimKey(scope, database.db, request('k1'), MORNING)).toEqual({
    kind: 'answered',
    status: 201,
    response: '{"id":"fol_1"}',
  });
});

test('a key that was used for something else is refused', async () => {
  await claimKey(scope, database.db, request('k2'), MORNING);
  for (const over of [{ requestHash: 'other' }, { route: 'POST /teams' }]) {
    expect(await claimKey(scope, database.db, request('k2', over), MORNING)).toEqual({ kind: 'other-request' });
  }
});

test('nobody gets the answer to somebody else’s key', async () => {
  await claimKey(scope, database.db, request('k3'), MORNING);
  await keepAnswer(scope, database.db, request('k3'), { status: 200, response: 'secret' });
  expect(await claimKey(scope, database.db, request('k3', { actor: 'usr_2' }), MORNING)).toEqual({ kind: 'claimed' });
  expect(await claimKey(await anAccount(database.db), database.db, request('k3'), MORNING)).toEqual({
    kind: 'claimed',
  });
});

test('a key that is given back may be used again; an answered one stays until it is forgotten', async () => {
  await claimKey(scope, database.db, request('k4'), MORNING);
  await releaseKey(scope, database.db, request('k4'));
  expect(await claimKey(scope, database.db, request('k4'), MORNING)).toEqual({ kind: 'claimed' });
  await keepAnswer(scope, database.db, request('k4'), { status: 204, response: '' });
  await releaseKey(scope, database.db, request('k4'));
  expect(await claimKey(scope, database.db, request('k4'), MORNING)).toMatchObject({ kind: 'answered' });
  expect(await forgetKeys(database.db, MORNING + 1)).toBeGreaterThan(0);
  expect(await claimKey(scope, database.db, request('k4'), MORNING)).toEqual({ kind: 'claimed' });
});
