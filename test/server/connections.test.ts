import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditRoutes } from '#api/audit.ts';
import { connectionRoutes, type HttpSettingsToSet } from '#api/connections.ts';
import { problemBody } from '#api/errors.ts';
import { mailRoutes } from '#api/mail.ts';
import type { ConnectionKey } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import { everyRow } from '#test/database/every-row.ts';
import { mailServer } from '#test/effects/mail-server.ts';
import { closedPort, outsideSystem } from '#test/effects/outside.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';

let house: House;
let account: Account;
let admin: Person;
beforeAll(async () => {
  house = await openHouse({ environment: { WAYMARK_ALLOW_PRIVATE_CALLS: '1' } });
  account = await house.account('Acme');
  admin = account.administrator;
}, OPENING);
afterAll(() => house.close());

let made = 0;
const newKey = () => `crm_${++made}` as ConnectionKey;

function settings(over: Partial<HttpSettingsToSet> = {}): HttpSettingsToSet {
  const authentication = { kind: 'none' as const };
  return { baseUrl: 'https://crm.example.org/api', headers: [], timeLimit: 5_000, retries: 2, authentication, ...over };
}

const bearer = (secret?: string): HttpSettingsToSet['authentication'] => {
  return { kind: 'bearer', ...(secret === undefined ? {} : { secret }) };
};

const of = (connection: ConnectionKey) => ({ account: account.id, connection });

async function aConnection(over: { live?: HttpSettingsToSet | null; test?: HttpSettingsToSet | null } = {}) {
  const body = { key: newKey(), name: 'Customers', kind: 'http' as const, live: settings(), test: null, ...over };
  return admin.call(connectionRoutes.create, { account: account.id }, { body });
}

const read = (key: ConnectionKey) => admin.call(connectionRoutes.read, of(key));

/** The fields that a change was refused for. */
async function refusedFields(key: ConnectionKey, body: { live?: HttpSettingsToSet; test?: HttpSettingsToSet }) {
  const reply = await admin.ask(connectionRoutes.change, of(key), { body });
  return [...new Set((problemBody.parse(reply.body).fields ?? []).map(({ field }) => field))];
}

describe('a connection', () => {
  it('is made, shown without its secrets, changed and deleted', async () => {
    const live = settings({ headers: [{ name: 'X-System', value: 'desk' }], authentication: bearer('t0ken-live') });
    const test = settings({
      baseUrl: 'https://test.crm.example.org',
      authentication: { kind: 'basic', user: 'tess', secret: 'pass wörd' },
    });
    const connection = await aConnection({ live, test });
    const { secret: _, ...shownAuthentication } = test.authentication as {
      secret?: string;
      kind: 'basic';
      user: string;
    };
    expect(connection).toMatchObject({
      name: 'Customers',
      live: { ...live, authentication: { kind: 'bearer', secret: 'set' } },
      test: { ...test, authentication: { ...shownAuthentication, secret: 'set' } },
      abilities: ['change', 'delete', 'try'],
    });
    expect(await read(connection.key)).toEqual(connection);
    const renamed = await admin.call(connectionRoutes.change, of(connection.key), {
      body: { name: 'CRM', test: null },
    });
    expect(renamed).toMatchObject({ name: 'CRM', test: null, live: { authentication: { secret: 'set' } } });
    await admin.call(connectionRoutes.delete, of(connection.key));
    expect(await admin.refused(connectionRoutes.read, of(connection.key))).toBe('not-found');
  });

  it('has a key that is taken once in an account, and as often as there are accounts', async () => {
    const { key } = await aConnection();
    const body = { key, name: 'Other', kind: 'http' as const, live: null, test: null };
    expect(await admin.refused(connectionRoutes.create, { account: account.id }, { body })).toBe(
      'connection.key-taken',
    );
    const other = await house.account('Other');
    await other.administrator.call(connectionRoutes.create, { account: other.id }, { body });
    const { items } = await other.administrator.call(connectionRoutes.list, { account: other.id });
    expect(items.map((line) => line.key)).toEqual([key]);
  });

  it('is chosen by those who design, who see no server and no settings', async () => {
    const { key } = await aConnection({ test: settings() });
    const designer = await account.person('designer');
    const { items } = await designer.call(connectionRoutes.list, { account: account.id });
    const line = items.find((one) => one.key === key);
    expect(line).toMatchObject({ name: 'Customers', ready: { live: true, test: true }, abilities: [] });
    expect(line).not.toHaveProperty('hosts');
    expect(await designer.refused(connectionRoutes.read, of(key))).toBe('permission.missing');
    const own = await admin.call(connectionRoutes.list, { account: account.id });
    expect(own.items.find((one) => one.key === key)?.hosts).toEqual({
      live: 'crm.example.org',
      test: 'crm.example.org',
    });
  });

  it('is not changed by somebody who saw an older one', async () => {
    const { key } = await aConnection();
    const first = await admin.ask(connectionRoutes.read, of(key));
    const tag = first.headers.get('etag') ?? '';
    const changed = await admin.ask(connectionRoutes.change, of(key), {
      body: { name: 'Newer' },
      headers: { 'if-match': tag },
    });
    expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false]);
    const late = { body: { name: 'Older' }, headers: { 'if-match': tag } };
    expect(await admin.refused(connectionRoutes.change, of(key), late)).toBe('object.changed');
    // A secret that was replaced is a change, though nothing that is shown looks different.
    const before = await aConnection({ live: settings({ authentication: bearer('one') }) });
    const tagBefore = (await admin.ask(connectionRoutes.read, of(before.key))).headers.get('etag');
    await admin.call(connectionRoutes.change, of(before.key), {
      body: { live: settings({ authentication: bearer('two') }) },
    });
    expect((await admin.ask(connectionRoutes.read, of(before.key))).headers.get('etag')).not.toBe(tagBefore);
  });

  it.each([
    ['no address', { baseUrl: 'crm' }, 'body.live.baseUrl'],
    ['a user in the address', { baseUrl: 'https://root@crm.example.org/' }, 'body.live.baseUrl'],
    ['a query in the address', { baseUrl: 'https://crm.example.org/?key=1' }, 'body.live.baseUrl'],
    ['no encryption', { baseUrl: 'http://crm.example.org/' }, 'body.live.baseUrl'],
    ['the metadata of a cloud', { baseUrl: 'https://169.254.169.254/' }, 'body.live.baseUrl'],
    ['a port of another kind', { baseUrl: 'https://crm.example.org:25/' }, 'body.live.baseUrl'],
    ['a secret among the headers', { headers: [{ name: 'Authorization', value: 'x' }] }, 'body.live.headers.0.name'],
    ['a line break in a header', { headers: [{ name: 'X-A', value: 'a\r\nX-B: 1' }] }, 'body.live.headers.0.value'],
    [
      'a header twice',
      {
        headers: [
          { name: 'X-A', value: '1' },
          { name: 'x-a', value: '2' },
        ],
      },
      'body.live.headers',
    ],
    ['a time limit that is too long', { timeLimit: LIMITS.callTime + 1 }, 'body.live.timeLimit'],
    ['too many retries', { retries: LIMITS.callRetries + 1 }, 'body.live.retries'],
    ['a line break in a token', { authentication: bearer('a\r\nb') }, 'body.live.authentication.secret'],
    ['no secret where one is needed', { authentication: bearer() }, 'body.live.authentication.secret'],
  ] as const)('with %s is refused at the field', async (_name, over, field) => {
    const { key } = await aConnection();
    expect(await refusedFields(key, { live: settings(over as Partial<HttpSettingsToSet>) })).toEqual([field]);
  });

  it('keeps its secret while its settings change, and asks for it again before it goes to somebody else', async () => {
    const secret = settings({ authentication: bearer('t0ken') });
    const { key } = await aConnection({ live: secret, test: secret });
    const change = (live: HttpSettingsToSet) => admin.call(connectionRoutes.change, of(key), { body: { live } });
    const kept = await change(
      settings({ baseUrl: 'https://crm.example.org/v2', retries: 0, authentication: bearer() }),
    );
    expect(kept.live).toMatchObject({ baseUrl: 'https://crm.example.org/v2', authentication: { secret: 'set' } });
    const field = 'body.live.authentication.secret';
    for (const live of [
      settings({ baseUrl: 'https://evil.example/api', authentication: bearer() }),
      settings({ baseUrl: 'https://crm.example.org:8443/api', authentication: bearer() }),
      settings({ authentication: { kind: 'header', name: 'X-Key' } }),
      settings({ authentication: { kind: 'basic', user: 'tess' } }),
    ]) {
      expect(await refusedFields(key, { live })).toEqual([field]);
    }
    await change(settings());
    expect(await refusedFields(key, { live: settings({ authentication: bearer() }) })).toEqual([field]);
  });
});

describe('trying a connection', () => {
  it('calls with the test settings, and shows status, time and answer without the secrets', async () => {
    const crm = await outsideSystem(({ headers }, response) => {
      response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
      response.end(
        JSON.stringify({ you: headers.authorization, key: 'canary "quoted" key', padding: 'x'.repeat(3_000) }),
      );
    }, 'http');
    const authentication = { kind: 'bearer' as const, secret: 'canary-t0ken' };
    const { key } = await aConnection({
      live: settings(),
      test: settings({ baseUrl: `${crm.url}/api`, authentication }),
    });
    const tried = await admin.call(connectionRoutes.try, of(key), {
      body: { method: 'POST', path: '/find?all=1', body: '{"name":"Zoë"}' },
    });
    expect(tried).toMatchObject({ status: 'done', code: null, http: 200, type: 'application/json', cut: true });
    expect(tried.took).toBeGreaterThanOrEqual(0);
    expect(tried.text).toHaveLength(2_000);
    expect(tried.text).toContain('"you":"Bearer •••"');
    expect(tried.text).not.toContain('t0ken');
    expect(crm.heard).toHaveLength(1);
    expect(crm.heard[0]).toMatchObject({ method: 'POST', path: '/api/find?all=1', body: '{"name":"Zoë"}' });
    expect(crm.heard[0]?.headers.authorization).toBe('Bearer canary-t0ken');
  });

  it('masks a password that comes back in any dress', async () => {
    const password = 'pä"ss/w+rd';
    const echo = await outsideSystem(({ headers }, response) => {
      const basic = headers.authorization ?? '';
      response.setHeader('content-type', 'text/plain');
      response.end([basic, password, encodeURIComponent(password), JSON.stringify(password)].join('\n'));
    }, 'http');
    const authentication = { kind: 'basic' as const, user: 'tess', secret: password };
    const { key } = await aConnection({ test: settings({ baseUrl: echo.url, authentication }) });
    const { text } = await admin.call(connectionRoutes.try, of(key), { body: { method: 'GET', path: '' } });
    expect(text).toBe(['Basic •••', '•••', '•••', '"•••"'].join('\n'));
  });

  it('shows what went wrong with the code of the table: a refusal, no answer, what may not be called', async () => {
    const crm = await outsideSystem((_request, response) => {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('No such customer');
    }, 'http');
    const { key } = await aConnection({ test: settings({ baseUrl: crm.url }) });
    const ask = (body: { method: 'GET' | 'POST'; path: string; body?: string }) =>
      admin.call(connectionRoutes.try, of(key), { body });
    expect(await ask({ method: 'GET', path: '/customers/0' })).toMatchObject({
      status: 'done',
      http: 404,
      text: 'No such customer',
    });
    expect(await ask({ method: 'GET', path: '/../admin' })).toMatchObject({
      status: 'failed',
      code: 'call.bad-request',
    });
    expect(await ask({ method: 'POST', path: '/', body: '{"a":' })).toMatchObject({ code: 'call.bad-request' });
    const nobody = await aConnection({ test: settings({ baseUrl: `http://127.0.0.1:${await closedPort()}/` }) });
    const unheard = await admin.call(connectionRoutes.try, of(nobody.key), { body: { method: 'GET', path: '' } });
    expect(unheard).toMatchObject({ status: 'failed', code: 'net.unreachable', http: null, text: '' });
    const untested = await aConnection();
    expect(await admin.refused(connectionRoutes.try, of(untested.key), { body: { method: 'GET', path: '' } })).toBe(
      'connection.not-set-up',
    );
  });

  it('holds up nobody while it waits, and cannot be done without end', async () => {
    const mute = await outsideSystem(() => {}, 'http');
    const other = await house.account('Many');
    const person = other.administrator;
    const body = {
      key: newKey(),
      name: 'Mute',
      kind: 'http' as const,
      live: null,
      test: settings({ baseUrl: mute.url, timeLimit: 1_000 }),
    };
    const { key } = await person.call(connectionRoutes.create, { account: other.id }, { body });
    const at = { account: other.id, connection: key };
    // More at once than the server has connections to its database.
    const replies = await Promise.all(
      Array.from({ length: 25 }, () => person.ask(connectionRoutes.try, at, { body: { method: 'GET', path: '' } })),
    );
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    const [refused] = replies.filter(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('secrets', () => {
  it('are nowhere in the database as they are, whatever was done with them', async () => {
    const crm = await outsideSystem(({ headers }, response) => response.end(JSON.stringify(headers)), 'http');
    const post = await mailServer({ security: 'none', account: { user: 'service', password: 'canary-mail' } });
    const live = settings({ authentication: { kind: 'basic', user: 'u', secret: 'canary-live' } });
    const test = settings({
      baseUrl: crm.url,
      authentication: { kind: 'header', name: 'X-Key', secret: 'canary-test' },
    });
    const body = { key: newKey(), name: 'Canary', kind: 'http' as const, live, test };
    const headers = { 'idempotency-key': `canary-${made}` };
    const { key } = await admin.call(connectionRoutes.create, { account: account.id }, { body, headers });
    await admin.ask(connectionRoutes.create, { account: account.id }, { body, headers });
    await admin.call(connectionRoutes.change, of(key), {
      body: { live: settings({ authentication: bearer('canary-newer') }) },
    });
    await admin.ask(connectionRoutes.change, of(key), {
      body: { live: settings({ retries: 9, authentication: bearer('canary-refused') }) },
    });
    await admin.call(connectionRoutes.try, of(key), { body: { method: 'POST', path: '/', body: '{"a":1}' } });
    const server = {
      host: '127.0.0.1',
      port: post.port,
      security: 'none' as const,
      user: 'service',
      password: 'canary-mail',
      from: { name: 'Service', address: 'service@example.org' },
      replyTo: null,
    };
    await admin.call(mailRoutes.change, { account: account.id }, { body: server });
    await admin.call(mailRoutes.try, { account: account.id });
    expect([crm.heard.length, post.arrived.length]).toEqual([1, 1]);

    const rows = await everyRow(house.server.services.db);
    // It does look everywhere: what is no secret is found.
    for (const known of ['Canary', crm.url, 'service@example.org', 'connection.tried']) {
      expect(
        rows.some((row) => row.includes(known)),
        known,
      ).toBe(true);
    }
    const canaries = ['canary-live', 'canary-test', 'canary-newer', 'canary-refused', 'canary-mail', 'u:canary-live'];
    for (const canary of canaries) {
      for (const form of ['utf8', 'base64', 'base64url', 'hex'] as const) {
        const told = Buffer.from(canary).toString(form);
        expect(rows.filter((row) => row.includes(told))).toEqual([]);
      }
    }
  });

  it('are not told by any answer', async () => {
    const live = settings({ authentication: bearer('canary-answer') });
    const { key } = await aConnection({ live, test: live });
    const replies = [
      await admin.ask(connectionRoutes.read, of(key)),
      await admin.ask(connectionRoutes.list, { account: account.id }),
      await admin.ask(connectionRoutes.change, of(key), {
        body: { live: settings({ authentication: bearer('canary-answer') }) },
      }),
      await admin.ask(connectionRoutes.change, of(key), {
        body: { live: settings({ timeLimit: 0, authentication: bearer('canary-answer') }) },
      }),
      await admin.ask(auditRoutes.list, { account: account.id }),
      await admin.ask(mailRoutes.read, { account: account.id }),
    ];
    expect(JSON.stringify(replies.map(({ body }) => body))).not.toContain('canary');
  });

  it('that can no longer be read are named, and can be entered again', async () => {
    const { key } = await aConnection({ live: settings({ authentication: bearer('t0ken') }) });
    const { db } = house.server.services;
    await db.updateTable('connections').set({ live_secret: 'v1.gone.AAAA.AAAA' }).where('key', '=', key).execute();
    expect((await read(key)).live?.authentication).toEqual({ kind: 'bearer', secret: 'unreadable' });
    const body = { live: settings({ authentication: bearer('again') }) };
    expect((await admin.call(connectionRoutes.change, of(key), { body })).live?.authentication).toEqual({
      kind: 'bearer',
      secret: 'set',
    });
  });
});

describe('the audit log', () => {
  it('says of each change who did what, without addresses’ paths, headers’ values and secrets', async () => {
    const live = settings({ headers: [{ name: 'X-System', value: 'value-1' }], authentication: bearer('s3cret') });
    const { key } = await aConnection({ live });
    await admin.call(connectionRoutes.change, of(key), { body: { name: 'CRM', live: settings({ timeLimit: 900 }) } });
    await admin.call(connectionRoutes.change, of(key), { body: { live: null } });
    await admin.call(connectionRoutes.delete, of(key));
    const query = { object: `connection:${key}` };
    const { items } = await admin.call(auditRoutes.list, { account: account.id }, { query });
    expect(items.toReversed().map(({ what, title, who }) => [what, title, who?.id])).toEqual([
      ['connection.made', 'Customers', admin.id],
      ['connection.changed', 'CRM', admin.id],
      ['connection.changed', 'CRM', admin.id],
      ['connection.deleted', 'CRM', admin.id],
    ]);
    const details = items.toReversed().map((entry) => entry.details);
    expect(details[0]).toEqual({
      live: {
        server: 'crm.example.org',
        authentication: 'bearer',
        secret: 'replaced',
        headers: ['X-System'],
        timeLimit: 5_000,
        retries: 2,
      },
      test: null,
    });
    expect(details[2]).toEqual({ live: null });
    expect(JSON.stringify(items)).not.toMatch(/s3cret|value-1|\/api/);
  });
});
