import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { InteractionId } from '#prelude/ids.ts';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { act, anAccount, newId } from '#test/database/rows.ts';
import type { AccountScope } from '../scope.ts';
import {
  appendUpdate,
  compactWorkingCopy,
  findUpdate,
  insertWorkingCopy,
  readDocument,
  WORKING_COPY_CHANNEL,
} from './working-copies.ts';

let database: FreshDatabase;
let scope: AccountScope;
beforeAll(async () => {
  database = await freshDatabase();
  scope = await anAccount(database.db);
});
afterAll(() => database.drop());

async function aWorkingCopy(): Promise<string> {
  const id = newId<string>('wco');
  const copy = { id, interaction_id: newId<InteractionId>('int'), name: 'Draft', based_on: null, snapshot: null };
  await insertWorkingCopy(scope, database.db, copy, act());
  return id;
}

/** A person with a document of their own, whose edits go to the store. */
function editor(copy: string) {
  const document = new Y.Doc();
  const saving: Promise<void>[] = [];
  document.on('update', (bytes: Uint8Array) => {
    saving.push(appendUpdate(scope, database.db, copy, { id: newId('upd'), bytes }, act()));
  });
  return { set: (key: string, value: number) => document.getMap('elements').set(key, value), saving };
}

async function contentOf(copy: string): Promise<Record<string, unknown>> {
  const document = new Y.Doc();
  for (const part of (await readDocument(scope, database.db, copy)) ?? []) Y.applyUpdate(document, part);
  return document.getMap('elements').toJSON();
}

test('edits of two server processes and compactions at the same time lose nothing', async () => {
  const copy = await aWorkingCopy();
  const [ana, ben] = [editor(copy), editor(copy)];
  const expected: Record<string, number> = {};
  let merged = 0;
  for (let n = 0; n < 30; n++) {
    ana.set(`a${n}`, n);
    ben.set(`b${n}`, n);
    expected[`a${n}`] = n;
    expected[`b${n}`] = n;
    if (n % 10 !== 9) continue;
    const compactions = [1, 2].map(() =>
      compactWorkingCopy(scope, database.db, copy, (parts) => Y.mergeUpdates([...parts])),
    );
    merged += (await Promise.all(compactions)).reduce((sum, count) => sum + count, 0);
    expect(Object.keys(await contentOf(copy)).length).toBeGreaterThan(0);
  }
  await Promise.all([...ana.saving, ...ben.saving]);
  expect(await contentOf(copy)).toEqual(expected);
  merged += await compactWorkingCopy(scope, database.db, copy, (parts) => Y.mergeUpdates([...parts]));
  expect(merged).toBe(60);
  expect(await readDocument(scope, database.db, copy)).toHaveLength(1);
  expect(await contentOf(copy)).toEqual(expected);
});

test('other processes hear of an edit and can fetch it', async () => {
  const copy = await aWorkingCopy();
  const client = await database.pool.connect();
  await client.query(`listen ${WORKING_COPY_CHANNEL}`);
  const heard = new Promise<string>((resolve) =>
    client.on('notification', ({ payload }) => {
      if (payload?.includes(copy)) resolve(payload);
    }),
  );
  const update = { id: newId<string>('upd'), bytes: new Uint8Array([0, 1, 255]) };
  await appendUpdate(scope, database.db, copy, update, act());
  expect(JSON.parse(await heard)).toEqual({ account: scope.account, workingCopy: copy, update: update.id });
  client.release(true);
  expect([...((await findUpdate(scope, database.db, copy, update.id)) ?? [])]).toEqual([0, 1, 255]);
  expect(await findUpdate(await anAccount(database.db), database.db, copy, update.id)).toBeUndefined();
});

test('a working copy of another account is not there', async () => {
  const copy = await aWorkingCopy();
  expect(await readDocument(await anAccount(database.db), database.db, copy)).toBeUndefined();
});
