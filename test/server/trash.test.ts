import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditRoutes } from '#api/audit.ts';
import { commentRoutes } from '#api/comments.ts';
import { interactionRoutes } from '#api/interactions.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { versionRoutes } from '#api/versions.ts';
import { workingCopyRoutes } from '#api/working-copies.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { emptyTrash } from '#server/interactions/empty-trash.ts';
import { tasksOf } from '#server/tasks.ts';
import { verifyAudit } from '#store/queries/audit.ts';
import { accountScope } from '#store/scope.ts';
import { type Account, type House, OPENING, openHouse, Person } from './driver.ts';
import { seed } from './files.ts';

const A_DAY = 24 * 3_600_000;
let now = Date.parse('2026-11-02T09:00:00Z');
let house: House;
let account: Account;
let admin: Person;
let agent: Person;

beforeAll(async () => {
  house = await openHouse({ clock: { now: () => now } });
  account = await house.account('Acme');
  admin = account.administrator;
  agent = await account.person('agent');
}, OPENING);
afterAll(() => house?.close());

const of = (interaction: InteractionId) => ({ account: account.id, interaction });
/** They sign in again after weeks. */
async function daysLater(days: number): Promise<void> {
  now += days * A_DAY;
  admin = await Person.signIn(house.server.url, admin.email, account.id);
  agent = await Person.signIn(house.server.url, agent.email, account.id);
}

async function inTrash(): Promise<readonly string[]> {
  const { items } = await admin.call(interactionRoutes.list, { account: account.id }, { query: { trash: 'true' } });
  return items.map(({ id }) => id);
}

it('is emptied by the server itself, again and again', () => {
  expect(tasksOf(house.server.services).map(({ name }) => name)).toContain('empty the trash');
});

it('keeps for thirty days what is in it, and then no longer; what was restored stays', async () => {
  const gone = (await admin.publish(seed({ id: 'int_gone' }))).interaction.id;
  const back = (await admin.publish(seed({ id: 'int_back' }))).interaction.id;
  const body = { interaction: gone, name: 'Drawn' };
  const copy = await admin.call(workingCopyRoutes.create, { account: account.id }, { body });
  await admin.call(commentRoutes.add, of(gone), { body: { text: 'Too long' } });
  await admin.call(interactionRoutes.delete, of(gone));
  await admin.call(interactionRoutes.delete, of(back));
  await daysLater(29);
  expect(await emptyTrash(house.server.services)).toBe(0);
  await admin.call(interactionRoutes.restore, of(back));
  await daysLater(2);
  expect(await emptyTrash(house.server.services)).toBe(1);
  expect(await inTrash()).toEqual([]);
  expect(await admin.refused(interactionRoutes.read, of(gone))).toBe('not-found');
  expect(await admin.refused(workingCopyRoutes.read, { account: account.id, copy: copy.id })).toBe('not-found');
  expect(await admin.call(interactionRoutes.read, of(back))).toMatchObject({ trashedAt: null });
  expect(await emptyTrash(house.server.services)).toBe(0);

  const { items } = await admin.call(auditRoutes.list, { account: account.id });
  expect(items[0]).toMatchObject({ who: null, what: 'interaction.removed', object: 'interaction:int_gone', at: now });
  expect(await verifyAudit(accountScope(account.id), house.server.services.db)).toBeNull();
  // Nothing of it is left: its id may be used anew.
  expect(await admin.publish(seed({ id: 'int_gone' }))).toMatchObject({ number: 1 });
});

it('leaves readable what reports tell of: the sessions, and the versions that they ran', async () => {
  const { interaction } = await admin.release(seed({ id: 'int_served' }));
  const unused = await admin.publish(seed({ id: 'int_served', name: 'Newer' }));
  const session = await agent.start(interaction.id);
  await agent.answer(session, 'billing');
  await admin.call(interactionRoutes.delete, of(interaction.id));
  await daysLater(31);
  expect(await emptyTrash(house.server.services)).toBe(1);
  expect(await inTrash()).toEqual([]);
  expect(await admin.call(interactionRoutes.read, of(interaction.id))).toMatchObject({ live: null, abilities: [] });
  const { items: versions } = await admin.call(versionRoutes.list, of(interaction.id));
  expect(versions.map(({ number }) => number)).toEqual([1]);
  expect(unused.number).toBe(2);
  const { items: steps } = await admin.call(sessionRoutes.steps, { account: account.id, session: session.id });
  expect(steps.length).toBeGreaterThan(1);
  expect(await admin.refused(interactionRoutes.restore, of(interaction.id))).toBe('interaction.gone');
  const body = { file: seed({ id: 'int_served', name: 'Once more' }), clients: ['agent-desk' as const] };
  expect(await admin.refused(versionRoutes.publish, { account: account.id }, { body })).toBe('interaction.gone');
  await expect(agent.start(interaction.id)).rejects.toThrow('interaction.gone');
});
