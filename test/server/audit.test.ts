import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRoutes } from '#api/audit.ts';
import { changeRequestRoutes } from '#api/change-requests.ts';
import { folderRoutes } from '#api/folders.ts';
import { interactionRoutes } from '#api/interactions.ts';
import { versionRoutes } from '#api/versions.ts';
import { verifyAudit } from '#store/queries/audit.ts';
import { accountScope } from '#store/scope.ts';
import { type Account, type House, OPENING, openHouse } from './driver.ts';
import { seed } from './files.ts';

let house: House;
let account: Account;
beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Acme');
}, OPENING);
afterAll(() => house.close());

const entries = async (query = {}) =>
  (await account.administrator.call(auditRoutes.list, { account: account.id }, { query })).items;

describe('the audit log', () => {
  it('says of every transition who, when, what and why', async () => {
    const admin = account.administrator;
    const designer = await account.person('designer');
    const { interaction } = await designer.publish(seed(), { note: 'First' });
    const params = admin.of(interaction.id, 1);
    await designer.call(versionRoutes.submit, params, { body: { note: 'Look' } });
    await admin.call(versionRoutes.requestChanges, params, { body: { reason: 'Too long' } });
    await designer.call(versionRoutes.submit, params, { body: {} });
    await admin.call(versionRoutes.approve, params, { body: { goLive: true, note: 'Good' } });
    await admin.call(versionRoutes.retire, params, { body: { reason: 'Old' } });
    const told = (await entries({ object: `version:${interaction.id}/1` })).toReversed();
    expect(told.map(({ who, what, why }) => [who?.id, what, why])).toEqual([
      [designer.id, 'version.published', 'First'],
      [designer.id, 'version.submitted', 'Look'],
      [admin.id, 'version.changes-requested', 'Too long'],
      [designer.id, 'version.submitted', null],
      [admin.id, 'version.approved', 'Good'],
      [admin.id, 'version.made-live', 'Good'],
      [admin.id, 'version.retired', 'Old'],
    ]);
    expect(told.every(({ at }) => Math.abs(at - Date.now()) < 3_600_000)).toBe(true);
  });

  it('is numbered without gaps, however many write at once, and its chain holds', async () => {
    const names = Array.from({ length: 20 }, (_, n) => `Folder ${n}`);
    await Promise.all(
      names.map((name) => account.administrator.call(folderRoutes.create, { account: account.id }, { body: { name } })),
    );
    const numbers = (await entries({ limit: 200 })).map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => numbers.length - index));
    expect(await verifyAudit(accountScope(account.id), house.server.services.db)).toBeNull();
  });

  it('tells nothing of what was refused', async () => {
    const before = (await entries({ limit: 200 })).length;
    const params = { account: account.id, interaction: 'int_nope' as never };
    expect(await account.administrator.refused(interactionRoutes.delete, params)).toBe('not-found');
    expect((await entries({ limit: 200 })).length).toBe(before);
  });

  it('is searched by what was done to, and by who did it', async () => {
    const other = await house.account('Searched');
    const designer = await other.person('designer');
    const ask = async (text: string) =>
      (await other.administrator.call(auditRoutes.list, { account: other.id }, { query: { text } })).items;
    await designer.publish(seed({ id: 'int_fault', name: 'Broadband 100% fault' }));
    await other.administrator.call(folderRoutes.create, { account: other.id }, { body: { name: 'Broadband' } });
    expect((await ask('BROADBAND')).map(({ what }) => what)).toEqual(['folder.made', 'version.published']);
    expect((await ask('0% f')).map(({ what }) => what)).toEqual(['version.published']);
    expect((await ask('designer')).map(({ what }) => what)).toEqual(['version.published', 'user.added']);
    expect(await ask('_')).toEqual([]);
  });

  it('names a long wish by its beginning, and shows that it goes on', async () => {
    const admin = account.administrator;
    const { interaction } = await admin.publish(seed({ id: 'int_wished', name: 'Wished' }));
    const wish = 'Ask first whether they have the letter at hand, and go to the recent payment where they do not.';
    await admin.call(
      changeRequestRoutes.create,
      { account: account.id },
      { body: { interaction: interaction.id, version: 1, wish } },
    );
    expect((await entries())[0]?.title).toBe(`Wished: ${wish.slice(0, 79)}…`);
  });

  it('is read page by page', async () => {
    const params = { account: account.id };
    const first = await account.administrator.call(auditRoutes.list, params, { query: { limit: 3 } });
    const second = await account.administrator.call(auditRoutes.list, params, {
      query: { limit: 3, ...(first.next ? { cursor: first.next } : {}) },
    });
    expect(second.items[0]?.number).toBe((first.items.at(-1)?.number ?? 0) - 1);
  });

  it('cannot be changed by the server itself', async () => {
    const { db } = house.server.services;
    const change = db.updateTable('audit_entries').set({ action: 'nothing' }).execute();
    await expect(change).rejects.toThrow('permission denied');
    await expect(db.deleteFrom('audit_entries').execute()).rejects.toThrow('permission denied');
  });
});
