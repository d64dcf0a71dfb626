import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectionRoutes } from '#api/connections.ts';
import { type SessionBody, sessionRoutes } from '#api/sessions.ts';
import { writeInteraction } from '#format/write.ts';
import type { ConnectionKey, InteractionId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { everyRow } from '#test/database/every-row.ts';
import { outsideSystem } from '#test/effects/outside.ts';
import { draw } from '#test/factories/draw.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';
import { seed } from './files.ts';

let house: House;
let account: Account;
let admin: Person;
let made = 0;
beforeAll(async () => {
  house = await openHouse({ environment: { WAYMARK_ALLOW_PRIVATE_CALLS: '1' } });
  account = await house.account('Acme');
  admin = account.administrator;
}, OPENING);
afterAll(() => house.close());

const say = (en: string): JsonObject => ({ text: { en } });

/** A connection whose test side is found at an address. */
async function connection(baseUrl: string, retries = 0): Promise<string> {
  const key = `crm_${++made}` as ConnectionKey;
  const authentication = { kind: 'none' as const };
  const test = { baseUrl, headers: [], timeLimit: 5_000, retries, authentication };
  const body = { key, name: 'Customers', kind: 'http' as const, live: null, test };
  await admin.call(connectionRoutes.create, { account: account.id }, { body });
  return key;
}

function call(key: string, over: JsonObject = {}): JsonObject {
  const outputs = [{ variable: 'balance', value: 'response.balance' }];
  return { connection: key, method: 'POST', path: '/customers/{number}', inputs: [], outputs, ...over };
}

/** Asks for a number, calls, and says what came back. */
async function publishCall(settings: JsonObject, question: JsonObject = NUMBER): Promise<InteractionId> {
  const id = `int_call_${++made}`;
  const interaction = draw({
    id,
    variables: {
      number: { type: 'text', label: 'Number', ...(question === PIN ? { privacy: 'secret' } : {}) },
      balance: { type: 'number', label: 'Balance' },
    },
    elements: {
      q_number: { ...say('Which customer?'), answer: question },
      i_look: settings,
      s_found: say('The balance is {balance}.'),
      s_failed: say('It cannot be looked up now.'),
    },
    connectors: [
      'q_number -> i_look',
      'i_look.done -> s_found',
      'i_look.failed -> s_failed',
      'i_look.timed_out -> s_failed',
    ],
  });
  const { interaction: published } = await admin.publish(writeInteraction(interaction));
  return published.id;
}

const NUMBER: JsonObject = { kind: 'short-text', variable: 'number' };
const PIN: JsonObject = { kind: 'secret', variable: 'number' };

/** The session when it has moved past what it waits for. */
async function moved(session: SessionBody): Promise<SessionBody> {
  const params = { account: account.id, session: session.id };
  return admin.call(sessionRoutes.read, params, { query: { after: String(session.seq) } as never });
}

/** What came of each request of a session, as the outbox has it. */
async function outcomes({ id }: SessionBody): Promise<readonly (string | null)[]> {
  const rows = await house.server.services.db
    .selectFrom('effects')
    .select('result')
    .where('account_id', '=', account.id)
    .where('session_id', '=', id)
    .execute();
  return rows.map(({ result }) => result);
}

async function startTest(interaction: InteractionId): Promise<SessionBody> {
  const body = { interaction, kind: 'test' as const, client: 'agent-desk' as const };
  return admin.call(sessionRoutes.start, { account: account.id }, { body });
}

describe('a session that calls an outside system', () => {
  it('waits for the answer, keeps what it is told to keep, and calls once', async () => {
    const crm = await outsideSystem((_request, response) => {
      response.setHeader('content-type', 'application/json').end('{"balance": 12.5}');
    }, 'http');
    const settings = call(await connection(crm.url), { inputs: [{ name: 'who.number', value: 'number', in: 'body' }] });
    const first = await startTest(await publishCall(settings));
    const waiting = await admin.answer(first, '17 a/b');
    expect(waiting).toMatchObject({ page: { element: 'i_look', wait: { kind: 'call', skippable: true } } });
    const found = await moved(waiting);
    expect(found).toMatchObject({ status: 'waiting', page: { element: 's_found' }, variables: { balance: 12.5 } });
    expect(crm.heard).toHaveLength(1);
    expect(crm.heard[0]).toMatchObject({ method: 'POST', path: '/customers/17%20a%2Fb' });
    expect(JSON.parse(crm.heard[0]?.body ?? '')).toEqual({ who: { number: '17 a/b' } });
    expect(crm.heard[0]?.headers['idempotency-key']).toContain(first.id);
  });

  it('gets the sample answer in a test, where the connection has no settings for tests', async () => {
    const key = `crm_${++made}` as ConnectionKey;
    const authentication = { kind: 'none' as const };
    const live = { baseUrl: 'https://crm.example', headers: [], timeLimit: 5_000, retries: 0, authentication };
    const body = { key, name: 'Customers', kind: 'http' as const, live, test: null };
    await admin.call(connectionRoutes.create, { account: account.id }, { body });
    const sampled = await startTest(await publishCall(call(key, { sample: { balance: 7 } })));
    const found = await moved(await admin.answer(sampled, '17'));
    expect(found).toMatchObject({ page: { element: 's_found' }, variables: { balance: 7 } });
    const without = await startTest(await publishCall(call(key)));
    expect((await moved(await admin.answer(without, '17'))).page?.element).toBe('s_failed');
  });

  it('goes on by another way where the call fails', async () => {
    const crm = await outsideSystem((_request, response) => {
      response.writeHead(404).end();
    }, 'http');
    const first = await startTest(await publishCall(call(await connection(crm.url))));
    const after = await moved(await admin.answer(first, '17'));
    expect(after.page?.element).toBe('s_failed');
  });

  it('is tried again as often as the connection says, unless the element says otherwise', async () => {
    const crm = await outsideSystem((_request, response) => {
      response.writeHead(503).end();
    }, 'http');
    const key = await connection(crm.url, 1);
    const asConnection = await startTest(await publishCall(call(key, { method: 'GET' })));
    await moved(await admin.answer(asConnection, '17'));
    expect(crm.heard).toHaveLength(2);
    const asElement = await startTest(await publishCall(call(key, { method: 'GET', retries: 0 })));
    const after = await moved(await admin.answer(asElement, '17'));
    expect(crm.heard).toHaveLength(3);
    expect(after.page?.element).toBe('s_failed');
  });

  it('writes XML as tests of the connection do: names that it does not allow are made to fit', async () => {
    const crm = await outsideSystem((_request, response) => {
      response.setHeader('content-type', 'application/json').end('{"balance": 1}');
    }, 'http');
    const inputs = [{ name: 'order number', value: 'number', in: 'body' }];
    const first = await startTest(await publishCall(call(await connection(crm.url), { format: 'xml', inputs })));
    await moved(await admin.answer(first, '<17>'));
    expect(crm.heard[0]?.body).toContain('<order_number>&lt;17&gt;</order_number>');
  });

  it('can be gone on with before the answer is there; one that comes late changes nothing', async () => {
    let answer = () => {};
    const crm = await outsideSystem((_request, response) => {
      answer = () => response.end('{}');
    }, 'http');
    const first = await startTest(await publishCall(call(await connection(crm.url))));
    const waiting = await admin.answer(first, '17');
    await expect.poll(() => crm.heard.length, { timeout: 60_000 }).toBe(1);
    const skipped = await admin.command(waiting, { kind: 'skip' });
    expect(skipped.page?.element).toBe('s_failed');
    answer();
    await expect.poll(() => outcomes(first), { timeout: 60_000 }).toEqual(['done']);
    expect((await admin.look(first)).page).toEqual(skipped.page);
  });

  it('sends a secret that stands in no table', async () => {
    const crm = await outsideSystem((_request, response) => {
      response.setHeader('content-type', 'application/json').end('{"balance": 1}');
    }, 'http');
    const settings = call(await connection(crm.url), {
      path: '/pin',
      inputs: [{ name: 'pin', value: 'number', in: 'body' }],
    });
    const first = await startTest(await publishCall(settings, PIN));
    const found = await moved(await admin.answer(first, 'canary-4711'));
    expect(found.page?.element).toBe('s_found');
    expect(JSON.parse(crm.heard[0]?.body ?? '')).toEqual({ pin: 'canary-4711' });
    expect((await everyRow(house.server.services.db)).join('\n')).not.toContain('canary-4711');
    expect(JSON.stringify(found)).not.toContain('canary-4711');
  });
});

describe('a session that waits for the outside', () => {
  it('goes on when the event is told, and for no other', async () => {
    const id = `int_wait_${++made}`;
    const interaction = draw({
      id,
      elements: { w_paid: { until: { kind: 'event', event: 'paid', outputs: [] } }, s_thanks: say('Thank you.') },
      connectors: ['w_paid.next -> s_thanks'],
    });
    await admin.publish(writeInteraction(interaction));
    const first = await startTest(id as InteractionId);
    const params = { account: account.id, session: first.id };
    expect(await admin.ask(sessionRoutes.event, params, { body: { name: 'refunded' } })).toMatchObject({ status: 404 });
    await admin.call(sessionRoutes.event, params, { body: { name: 'paid' } });
    expect((await admin.look(first)).page?.element).toBe('s_thanks');
    expect(await admin.ask(sessionRoutes.event, params, { body: { name: 'paid' } })).toMatchObject({ status: 404 });
  });
});

describe('why a session is at a page', () => {
  it('is told in sentences', async () => {
    const crm = await outsideSystem((_request, response) => {
      response.setHeader('content-type', 'application/json').end('{"balance": 3}');
    }, 'http');
    const first = await startTest(await publishCall(call(await connection(crm.url))));
    await moved(await admin.answer(first, '17'));
    const { items } = await admin.call(sessionRoutes.why, { account: account.id, session: first.id });
    expect(items.map(({ words }) => words).join('\n')).toContain('Balance to 3');
    // What came of the call the server did by itself.
    expect(items.find(({ words }) => words.includes('Balance to 3'))?.by).toBeNull();
  });

  it('is told after going back: who, when, from where, and what had led there before', async () => {
    const { interaction } = await account.administrator.release(seed());
    const agent = await account.person('agent');
    const asked = await agent.start(interaction.id);
    const chosen = await agent.answer(asked, 'billing');
    await agent.command(chosen, { kind: 'back' });
    const { items } = await agent.call(sessionRoutes.why, { account: account.id, session: asked.id });
    expect(items.map(({ words }) => words)).toEqual([
      'The Interaction begins with “Problem type”',
      'Gone back from “Confirm” to “Problem type”',
    ]);
    const { items: steps } = await agent.call(sessionRoutes.steps, { account: account.id, session: asked.id });
    expect(items.at(-1)).toMatchObject({ at: steps.at(-1)?.at, by: { id: agent.id } });
  });
});
