import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { accountRoutes } from '#api/accounts.ts';
import { auditRoutes } from '#api/audit.ts';
import { interactionRoutes } from '#api/interactions.ts';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import { versionRoutes } from '#api/versions.ts';
import { workingCopyRoutes } from '#api/working-copies.ts';
import { valuesIn } from '#contract/account-values.ts';
import { documentOf } from '#designer/document/interaction-document.ts';
import { writeInteraction } from '#format/write.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { CurrentValues } from '#server/values/current-values.ts';
import { connectionPool, preparedPool, typedQueries } from '#store/connect.ts';
import { listAccountValues } from '#store/queries/account-values.ts';
import { accountScope } from '#store/scope.ts';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';

let database: FreshDatabase;
let house: House;
let account: Account;
let admin: Person;
let designer: Person;
beforeAll(async () => {
  database = await freshDatabase();
  const { db, pool, prepared, drop } = database;
  house = await openHouse({ store: { db, pool, prepared, close: drop } });
  account = await house.account('Acme');
  admin = account.administrator;
  designer = await account.person('designer');
}, OPENING);
afterAll(() => house.close());

let made = 0;
const key = (name = 'value') => `${name}_${++made}` as AccountValue['key'];
const of = ({ key: value }: Pick<AccountValue, 'key'>) => ({ account: account.id, value });

type Order = Pick<AccountValue, 'key' | 'label' | 'type' | 'live'> & { test?: Json };

function make(more: Partial<Order> = {}): Promise<AccountValue> {
  const body: Order = { key: key(), label: 'Outage notice', type: 'text', live: { en: 'All is well.' }, ...more };
  return admin.call(valueRoutes.create, { account: account.id }, { body });
}

/** The text of a file with its own id, ready to be published. */
function file(id: string, drawing: Drawing): string {
  return writeInteraction({ ...draw({ name: id, ...drawing }), id: id as InteractionId });
}

const saying = (words: string): Drawing => ({ elements: { s_a: { name: 'Greeting', text: text(words) } } });

describe('an account value', () => {
  it.each([
    ['text', { en: 'Line down.', de: 'Leitung gestört.' }, { en: 7 }],
    ['text', {}, 'Line down.'],
    ['number', 12.5, '12.5'],
    ['money', { amount: '20.00', currency: 'EUR' }, { amount: 'twenty', currency: 'EUR' }],
    ['boolean', true, 'true'],
    ['date', '2026-01-31', '2026-02-30'],
    ['time', '17:30:00', '25:00:00'],
    ['date-time', '2026-01-31T10:00:00+01:00', '2026-01-31'],
    ['duration', 'PT20M', '20 minutes'],
    ['list', ['North', 'South'], ['']],
  ] as const)('of type %s is kept as it was given, and refused where it is none', async (type, good, bad) => {
    const value = await make({ type, live: good as Json });
    expect(await designer.call(valueRoutes.read, of(value))).toEqual({ ...value, abilities: [] });
    expect(value).toMatchObject({ type, live: good, test: null, revision: 1, changedBy: { id: admin.id } });
    const body = { key: key(), label: 'Wrong', type, live: bad as Json };
    expect(await admin.refused(valueRoutes.create, { account: account.id }, { body })).toBe('request.invalid');
    expect(await admin.refused(valueRoutes.change, of(value), { body: { test: bad as Json } })).toBe('request.invalid');
  });

  it('is refused when its key is taken, is no name, or its value is too large', async () => {
    const value = await make();
    const body = { key: value.key, label: 'Again', type: 'number' as const, live: 1 };
    const params = { account: account.id };
    expect(await admin.refused(valueRoutes.create, params, { body })).toBe('value.key-taken');
    expect(await admin.refused(valueRoutes.create, params, { body: { ...body, key: 'Max Refund' as never } })).toBe(
      'request.invalid',
    );
    const long = 'x'.repeat(LIMITS.longText);
    const live = Object.fromEntries(['en', 'de', 'es', 'fr', 'it', 'pt'].map((language) => [language, long]));
    expect(await admin.refused(valueRoutes.change, of(value), { body: { live } })).toBe('request.invalid');
  });

  it('is found by any of its words, page by page', async () => {
    const value = await make({ label: 'Opening hours of the help desk' });
    const params = { account: account.id };
    const found = await designer.call(valueRoutes.list, params, { query: { text: 'HELP desk' } });
    expect(found.items.map((item) => item.key)).toEqual([value.key]);
    const first = await designer.call(valueRoutes.list, params, { query: { limit: 1 } });
    const second = await designer.call(valueRoutes.list, params, { query: { limit: 1, cursor: first.next ?? '' } });
    expect(second.items[0]?.key).not.toBe(first.items[0]?.key);
    const types = (await designer.call(valueRoutes.types, params)).items;
    expect(types).toContainEqual({ key: value.key, label: value.label, type: 'text' });
  });

  it('is not overwritten by somebody who did not see the last change', async () => {
    const value = await make();
    const headers = { 'if-match': `"${value.revision}"` };
    const first = await admin.call(valueRoutes.change, of(value), { body: { live: { en: 'Line down.' } }, headers });
    expect(first.revision).toBe(2);
    const late = { body: { live: { en: 'Nothing known.' } }, headers };
    expect(await admin.refused(valueRoutes.change, of(value), late)).toBe('object.changed');
    expect(await admin.refused(valueRoutes.delete, of(value), { headers })).toBe('object.changed');
    expect((await admin.call(valueRoutes.read, of(value))).live).toEqual({ en: 'Line down.' });
  });

  it('tells its history: who changed what from what, when and why; and so does the audit log', async () => {
    const value = await make({ label: 'Refund limit', type: 'number', live: 20 });
    await admin.call(valueRoutes.change, of(value), { body: { live: 30, test: 5, why: 'Spring campaign' } });
    await admin.call(valueRoutes.change, of(value), { body: { live: 30 } });
    const { items } = await designer.call(valueRoutes.history, of(value));
    expect(items.map(({ did, by, before, after, why }) => ({ did, by: by.id, before, after, why }))).toEqual([
      {
        did: 'changed',
        by: admin.id,
        before: { live: 20, test: null },
        after: { live: 30, test: 5 },
        why: 'Spring campaign',
      },
      {
        did: 'made',
        by: admin.id,
        before: {},
        after: { label: 'Refund limit', description: '', live: 20, test: null },
        why: null,
      },
    ]);
    const query = { object: `value:${value.key}` };
    const audit = await admin.call(auditRoutes.list, { account: account.id }, { query });
    expect(audit.items.map(({ what, title }) => [what, title])).toEqual([
      ['value.changed', 'Refund limit'],
      ['value.made', 'Refund limit'],
    ]);
  });

  it('can be deleted while nothing reads it', async () => {
    const value = await make();
    await admin.call(valueRoutes.delete, of(value));
    expect(await admin.refused(valueRoutes.read, of(value))).toBe('not-found');
  });
});

describe('where an account value is used', () => {
  it('shows versions and working copies that read it, and the element and words that do', async () => {
    const value = await make();
    const reads = `Sorry: {values.${value.key}}`;
    await designer.publish(file(`int_${value.key}`, saying(reads)));
    await designer.publish(file(`int_other_${value.key}`, saying('Hello')));
    const drawn = draw(saying(reads));
    const update = Buffer.from(Y.encodeStateAsUpdate(documentOf(drawn).shared)).toString('base64');
    const body = { interaction: 'int_drawn' as InteractionId, name: 'Being drawn', update };
    const copy = await designer.call(workingCopyRoutes.create, { account: account.id }, { body });
    const { items } = await designer.call(valueRoutes.uses, of(value));
    const elements = [{ id: 's_a', name: 'Greeting', labels: ['Text'] }];
    expect(items).toEqual([
      {
        interaction: { id: `int_${value.key}`, name: `int_${value.key}`, trashed: false },
        place: { kind: 'version', number: 1, status: 'draft' },
        elements,
      },
      {
        interaction: { id: 'int_drawn', name: 'Being drawn', trashed: false },
        place: { kind: 'working-copy', id: copy.id, name: 'Being drawn' },
        elements,
      },
    ]);
  });

  it('forgets what is retired; what is in the trash is shown and keeps nothing from being deleted', async () => {
    const value = await make();
    const words = saying(`{values.${value.key}}`);
    const retired = await admin.release(file(`int_r_${value.key}`, words));
    await admin.call(versionRoutes.retire, admin.of(retired.interaction.id, 1), { body: {} });
    const trashed = await admin.publish(file(`int_t_${value.key}`, words));
    await admin.call(interactionRoutes.delete, { account: account.id, interaction: trashed.interaction.id });
    const { items } = await admin.call(valueRoutes.uses, of(value));
    expect(items.map(({ interaction }) => [interaction.id, interaction.trashed])).toEqual([
      [trashed.interaction.id, true],
    ]);
    await admin.call(valueRoutes.delete, of(value));
  });

  it('says so of what may read any of them, and of names written as numbers', async () => {
    const value = await make();
    const when = 'get value(values, "name") = 1';
    const rule: Drawing = { elements: { d_a: { name: 'Rule', rules: [{ id: 'r1', label: 'One', when }] } } };
    await designer.publish(file(`int_any_${value.key}`, rule));
    const hidden = file(`int_hidden_${value.key}`, saying(`{values.${value.key}}`)).replace('{values', '{v\\u0061lues');
    await designer.publish(hidden);
    const { items } = await admin.call(valueRoutes.uses, of(value));
    const mine = items.filter(({ interaction }) => interaction.id.endsWith(value.key));
    expect(mine.map(({ elements }) => elements.map(({ labels, any }) => [labels, any ?? false]))).toEqual([
      [[['One'], true]],
      [[['Text'], false]],
    ]);
    await admin.call(interactionRoutes.delete, {
      account: account.id,
      interaction: `int_any_${value.key}` as InteractionId,
    });
  });

  it('keeps it from being deleted, unless somebody knows and says so', async () => {
    const value = await make();
    await designer.publish(file(`int_${value.key}`, saying(`{values.${value.key}}`)));
    const refused = await admin.ask(valueRoutes.delete, of(value));
    expect(refused.body).toMatchObject({
      code: 'value.in-use',
      uses: [{ interaction: { id: `int_${value.key}` } }],
    });
    await admin.call(valueRoutes.delete, of(value), { query: { used: 'true' } });
    expect(await admin.refused(valueRoutes.read, of(value))).toBe('not-found');
  });
});

describe('a version that expects what the account does not have', () => {
  it('is published with a warning that goes once the value is made', async () => {
    const name = key('missing');
    const published = await designer.publish(file(`int_${name}`, saying(`Open {values.${name}}`)));
    expect(published.problemList).toEqual([]);
    expect(published.problems).toEqual({ errors: 0, warnings: 0 });
    expect(published.accountProblems).toEqual([
      {
        code: 'account.unknown-value',
        severity: 'warning',
        element: 's_a',
        path: 'elements.s_a.text.en',
        message: expect.stringContaining(`reads values.${name}`),
      },
    ]);
    await make({ key: name });
    const again = await designer.call(versionRoutes.read, designer.of(published.interaction.id, 1));
    expect(again.accountProblems).toEqual([]);
  });
});

describe('the values as sessions read them', () => {
  const current = (kind: 'live' | 'test') => house.server.services.accountValues.of(accountScope(account.id), kind);

  it('are the new ones right after a change, in test runs those for tests', async () => {
    const value = await make({ live: { en: 'All is well.', de: 'Alles gut.' } });
    expect(valuesIn(await current('live'), 'de', 'en')[value.key]).toBe('Alles gut.');
    await admin.call(valueRoutes.change, of(value), { body: { live: { en: 'Line down.' }, test: { en: 'A test.' } } });
    expect(valuesIn(await current('live'), 'de', 'en')[value.key]).toBe('Line down.');
    expect(valuesIn(await current('test'), 'de', 'en')[value.key]).toBe('A test.');
    expect((await current('live')).types[value.key]).toEqual({ kind: 'text' });
    await admin.call(valueRoutes.delete, of(value));
    expect((await current('live')).types).not.toHaveProperty([value.key]);
  });

  it('are those of another process a moment after it changed them', async () => {
    const pool = connectionPool(database.application, () => {});
    const db = typedQueries(pool);
    const prepared = preparedPool(database.application, () => {});
    const close = async () => {
      await prepared.end();
      await db.destroy();
    };
    const other = await openHouse({ store: { db, pool, prepared, close } });
    const there = () => other.server.services.accountValues.of(accountScope(account.id), 'live');
    try {
      const value = await make({ type: 'number', live: 1 });
      await expect.poll(async () => (await there()).values[value.key], { timeout: 20_000 }).toBe(1);
      await admin.call(valueRoutes.change, of(value), { body: { live: 2 } });
      await expect.poll(async () => (await there()).values[value.key], { timeout: 20_000 }).toBe(2);
    } finally {
      await other.close();
    }
  });

  it('come with the clocks of the account, which a session reads at its next step', async () => {
    const far = await house.account('Far', { timeZone: 'Asia/Tokyo' });
    const zone = (name: string): Drawing => ({
      elements: {
        s_a: { name, text: text('{string(now().time offset)}') },
        s_b: { text: text('{string(now().time offset)}') },
      },
      connectors: ['s_a -> s_b'],
    });
    const { interaction } = await far.administrator.release(file('int_zone', zone('Zone')));
    const first = await far.administrator.start(interaction.id);
    expect(JSON.stringify(first.page?.part.text)).toContain('PT9H');
    const settings = { timeZone: 'America/New_York' };
    await far.administrator.call(accountRoutes.change, { account: far.id }, { body: { settings } });
    expect(JSON.stringify((await far.administrator.answer(first)).page?.part.text)).toMatch(/-PT[45]H/);
  });

  it('cost nothing while nothing changes: they are the very same object', async () => {
    const { db, clock } = house.server.services;
    const values = new CurrentValues(database.prepared, clock, { listenToAll: () => {} });
    const scope = accountScope(account.id);
    const first = await values.of(scope, 'live');
    for (let n = 0; n < 1_000; n++) expect(await values.of(scope, 'live')).toBe(first);
    expect(Object.keys(first.values)).toHaveLength((await listAccountValues(scope, db)).length);
  });
});
