import type { RequestListener } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HttpSettings } from '#api/connections.ts';
import type { ConnectionKey } from '#prelude/ids.ts';
import { type SteppedClock, seededRandom, steppedClock } from '#prelude/ports.ts';
import { insertConnection } from '#store/queries/connections.ts';
import type { AccountScope } from '#store/scope.ts';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { act, anAccount, MORNING, newId } from '#test/database/rows.ts';
import { outsideSystem, type WayOptions, wayOut } from '#test/effects/outside.ts';
import { connectionPlace } from '../secrets/places.ts';
import { secretBox } from '../secrets/secret-box.ts';
import { newSecretKey } from '../secrets/secret-key.ts';
import { Breakers } from './breakers.ts';
import { type CallServices, type ConnectionCall, callConnection } from './call-connection.ts';
import { callBodyOf } from './outgoing-call.ts';
import type { CallResult } from './results.ts';

let database: FreshDatabase;
let scope: AccountScope;
let clock: SteppedClock;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  scope = await anAccount(database.db);
  clock = steppedClock(MORNING);
});

const secrets = secretBox(newSecretKey().key);

function services(way: WayOptions = {}): CallServices {
  const { db } = database;
  return { db, clock, random: seededRandom(1), secrets, outgoing: wayOut(way), breakers: new Breakers(clock) };
}

type Way = HttpSettings['authentication'] extends infer W
  ? W extends { kind: 'none' }
    ? W
    : Omit<W & object, 'secret'>
  : never;

async function aConnection(
  baseUrl: string,
  {
    authentication = { kind: 'none' },
    secret,
    ...more
  }: { authentication?: Way; secret?: string; retries?: number } = {},
): Promise<ConnectionKey> {
  const key = newId<ConnectionKey>('con');
  const settings = {
    baseUrl,
    headers: [],
    timeLimit: 20_000,
    retries: 2,
    authentication: { ...authentication },
    ...more,
  };
  const sealed = secret === undefined ? null : secrets.seal(connectionPlace(scope.account, key, 'live'), secret);
  const live = { settings, secret: sealed };
  await insertConnection(scope, database.db, { key, name: 'CRM', kind: 'http', live, test: null }, act());
  return key;
}

const ask = (key: ConnectionKey, more: Partial<ConnectionCall> = {}): ConnectionCall => {
  return { connection: key, side: 'live', method: 'GET', path: '/', id: 'eff_1', ...more };
};

function fate(result: CallResult): string {
  if (result.status === 'failed') return result.code;
  return result.status === 'done' ? `done ${result.http}` : 'timed-out';
}

/** Answers with each status in turn, the last one from then on. */
function inTurn(...statuses: number[]): RequestListener {
  let n = 0;
  return (_request, response) => {
    response.writeHead(statuses[Math.min(n++, statuses.length - 1)] ?? 200, { 'content-type': 'application/json' });
    response.end('{}');
  };
}

describe('a call by a connection', () => {
  it('goes to a path below its address, with its headers and its id', async () => {
    const crm = await outsideSystem(inTurn(200));
    const key = await aConnection(`${crm.url}/api`);
    const result = await callConnection(services(), scope, ask(key, { path: '/customers/17?view=short' }));
    expect(fate(result)).toBe('done 200');
    expect(crm.heard[0]).toMatchObject({ path: '/api/customers/17?view=short' });
    expect(crm.heard[0]?.headers['idempotency-key']).toBe('eff_1');
    expect(fate(await callConnection(services(), scope, ask(key, { path: '/../../admin' })))).toBe('call.bad-request');
    expect(crm.heard).toHaveLength(1);
  });

  it('sends values in the address, in headers and in a body of JSON or XML', async () => {
    const crm = await outsideSystem(inTurn(200));
    const key = await aConnection(crm.url);
    const values = { query: { q: 'a&b=c', page: '2' }, headers: { 'x-tenant': 'acme' } };
    const post = (format: 'json' | 'xml') =>
      callConnection(
        services(),
        scope,
        ask(key, { method: 'POST', path: '/find', ...values, body: callBodyOf({ find: { name: '<Zoë>' } }, format) }),
      );
    expect([fate(await post('json')), fate(await post('xml'))]).toEqual(['done 200', 'done 200']);
    expect(crm.heard.map(({ path }) => path)).toEqual(Array(2).fill('/find?q=a%26b%3Dc&page=2'));
    expect(crm.heard.map(({ body }) => body)).toEqual([
      '{"find":{"name":"<Zoë>"}}',
      '<?xml version="1.0" encoding="UTF-8"?><find><name>&lt;Zoë&gt;</name></find>',
    ]);
    expect(crm.heard[0]?.headers['x-tenant']).toBe('acme');
    for (const name of ['Authorization', 'Host', 'Cookie']) {
      const result = await callConnection(services(), scope, ask(key, { headers: { [name]: 'x' } }));
      expect(fate(result)).toBe('call.bad-request');
    }
  });

  it.each([
    [
      { kind: 'basic', user: 'Zoë' },
      'pass wörd',
      'authorization',
      `Basic ${Buffer.from('Zoë:pass wörd').toString('base64')}`,
    ],
    [{ kind: 'bearer' }, 't0ken', 'authorization', 'Bearer t0ken'],
    [{ kind: 'header', name: 'X-Api-Key' }, 'k3y', 'x-api-key', 'k3y'],
  ] as const)('says who calls by %s', async (authentication, secret, header, value) => {
    const crm = await outsideSystem(inTurn(200));
    const key = await aConnection(crm.url, { authentication, secret });
    expect(fate(await callConnection(services(), scope, ask(key)))).toBe('done 200');
    expect(crm.heard[0]?.headers[header]).toBe(value);
  });

  it('takes for done what was answered well, and for failed what was not, with the answer', async () => {
    const fates: Record<number, string> = {
      200: 'done 200',
      204: 'done 204',
      304: 'done 304',
      400: 'call.rejected',
      401: 'call.rejected',
      404: 'call.rejected',
      429: 'call.busy',
      500: 'call.unavailable',
      503: 'call.unavailable',
    };
    for (const [status, expected] of Object.entries(fates)) {
      const crm = await outsideSystem((_request, response) => {
        response.writeHead(Number(status), { 'content-type': 'text/plain' });
        response.end('why');
      });
      const result = await callConnection(services(), scope, ask(await aConnection(crm.url, { retries: 0 })));
      expect(fate(result)).toBe(expected);
      if (result.status === 'failed') {
        expect(result).toMatchObject({ answer: { http: Number(status), type: 'text/plain', text: 'why' } });
        expect(result.message).toContain(`HTTP ${status}`);
      }
    }
  });

  it('names what is missing: the connection, its settings, a secret that can be read', async () => {
    const key = await aConnection('https://crm.test', { authentication: { kind: 'bearer' }, secret: 's' });
    const result = (call: ConnectionCall, by = services()) => callConnection(by, scope, call);
    expect(fate(await result(ask('nothing' as ConnectionKey)))).toBe('connection.unknown');
    expect(fate(await result(ask(key, { side: 'test' })))).toBe('connection.not-set-up');
    const otherKey = { ...services(), secrets: secretBox(newSecretKey().key) };
    expect(fate(await result(ask(key), otherKey))).toBe('secret.unreadable');
    const stranger = await anAccount(database.db);
    expect(fate(await callConnection(services(), stranger, ask(key)))).toBe('connection.unknown');
  });
});

describe('a call that fails', () => {
  it('is tried again as often as the connection says, with the same id', async () => {
    const crm = await outsideSystem(inTurn(503, 502, 200));
    const key = await aConnection(crm.url, { retries: 2 });
    expect(fate(await callConnection(services(), scope, ask(key)))).toBe('done 200');
    expect(crm.heard.map(({ headers }) => headers['idempotency-key'])).toEqual(['eff_1', 'eff_1', 'eff_1']);
    const ill = await outsideSystem(inTurn(503));
    const another = await aConnection(ill.url, { retries: 1 });
    expect(fate(await callConnection(services(), scope, ask(another)))).toBe('call.unavailable');
    expect(ill.heard).toHaveLength(2);
  });

  it('is not tried again where it was refused, nor where it may have been done already', async () => {
    const refusing = await outsideSystem(inTurn(404));
    await callConnection(services(), scope, ask(await aConnection(refusing.url)));
    expect(refusing.heard).toHaveLength(1);
    const ill = await outsideSystem(inTurn(500));
    await callConnection(services(), scope, ask(await aConnection(ill.url), { method: 'POST' }));
    expect(ill.heard).toHaveLength(1);
  });

  it('is tried again after a POST where nothing was done, as late as it is asked to', async () => {
    let n = 0;
    const busy = await outsideSystem((_request, response) => {
      response.writeHead(n++ === 0 ? 429 : 201, { 'retry-after': '1' });
      response.end();
    });
    const result = await callConnection(services(), scope, ask(await aConnection(busy.url), { method: 'POST' }));
    expect(fate(result)).toBe('done 201');
    expect(result.took).toBeGreaterThanOrEqual(1_000);
    expect(busy.heard).toHaveLength(2);
  });

  it('ends within its time limit, tries and waits included', async () => {
    const mute = await outsideSystem(() => {});
    const key = await aConnection(mute.url);
    const result = await callConnection(services(), scope, ask(key, { timeLimit: 400 }));
    expect(result).toMatchObject({ status: 'timed-out', message: expect.stringContaining('0.4 seconds') });
    const patient = await outsideSystem((_request, response) => {
      response.writeHead(429, { 'retry-after': '60' });
      response.end();
    });
    const busy = await callConnection(services(), scope, ask(await aConnection(patient.url)));
    expect(busy).toMatchObject({ code: 'call.busy', retryAfter: 60_000 });
    expect(patient.heard).toHaveLength(1);
  });
});

describe('an outside system that is ill', () => {
  it('is left in peace after five failures, and called again after a pause', async () => {
    let isWell = false;
    const crm = await outsideSystem((_request, response) => {
      response.writeHead(isWell ? 200 : 500, { 'content-type': 'application/json' });
      response.end('{}');
    });
    const key = await aConnection(crm.url, { retries: 0 });
    const by = services();
    const call = async () => fate(await callConnection(by, scope, ask(key)));
    for (let n = 0; n < 5; n++) expect(await call()).toBe('call.unavailable');
    expect(await call()).toBe('call.paused');
    expect(crm.heard).toHaveLength(5);
    // Another connection is not held up by it, nor is the same one in another account.
    expect(fate(await callConnection(by, scope, ask(await aConnection(crm.url, { retries: 0 }))))).toBe(
      'call.unavailable',
    );
    clock.advance(5_000);
    isWell = true;
    expect(await call()).toBe('done 200');
    expect(await call()).toBe('done 200');
  });

  it('is not what refuses a call', async () => {
    const crm = await outsideSystem(inTurn(404));
    const key = await aConnection(crm.url);
    const by = services();
    for (let n = 0; n < 8; n++) expect(fate(await callConnection(by, scope, ask(key)))).toBe('call.rejected');
  });

  it('is called at once when its settings were changed', async () => {
    const crm = await outsideSystem(inTurn(500, 500, 500, 500, 500, 200));
    const key = await aConnection(crm.url, { retries: 0 });
    const by = services();
    for (let n = 0; n < 5; n++) await callConnection(by, scope, ask(key));
    by.breakers.forget(scope.account, key);
    expect(fate(await callConnection(by, scope, ask(key)))).toBe('done 200');
  });
});
