import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemBody } from '#api/errors.ts';
import { folderRoutes } from '#api/folders.ts';
import { ROUTES } from '#api/routes.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { versionRoutes } from '#api/versions.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import { serve } from '#server/main.ts';
import { freshDatabase } from '#test/database/fresh-database.ts';
import { type Account, type House, OPENING, openHouse, testConfig, testSecrets } from './driver.ts';
import { seed } from './files.ts';

let house: House;
let account: Account;
let web: string;
beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'waymark-web-'));
  mkdirSync(join(web, 'console'));
  mkdirSync(join(web, 'assets'));
  writeFileSync(
    join(web, 'console', 'index.html'),
    '<!doctype html><meta property="csp-nonce" nonce="__WAYMARK_NONCE__"><title>Waymark</title>',
  );
  writeFileSync(join(web, 'assets', 'app-1234.js'), 'export {}');
  house = await openHouse({ webFolder: web, reports: true });
  account = await house.account('Acme');
}, OPENING);
afterAll(async () => {
  await house.close();
  rmSync(web, { recursive: true, force: true });
});

const get = (path: string) => house.stranger().send('GET', path);

describe('pages', () => {
  it('come with the strictest policy and a nonce of their own each time', async () => {
    const first = await get('/console/interactions/int_1');
    const policy = first.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'; trusted-types waymark-worker");
    expect(policy).not.toContain('unsafe');
    const nonce = /nonce="([^"]+)"/.exec(String(first.body))?.[1];
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(nonce).toMatch(/^[\w-]{22}$/);
    expect(String((await get('/')).body)).not.toContain(nonce);
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    expect(first.headers.get('cache-control')).toBe('no-cache');
  });

  it('answer every address below their own, and no other', async () => {
    expect((await get('/sign-in')).status).toBe(200);
    expect(await get('/consoles')).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect((await get('/console/index.html')).headers.get('content-type')).toContain('text/html');
  });

  it('have files that browsers keep, and nothing outside their folder', async () => {
    const file = await get('/assets/app-1234.js');
    expect(file.headers.get('cache-control')).toContain('immutable');
    expect(file.headers.get('access-control-allow-origin')).toBe('*');
    for (const path of ['/assets/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/nope.js']) {
      expect((await get(path)).status).toBe(404);
    }
  });
});

describe('answers of the API', () => {
  it('let nothing be loaded, framed or kept', async () => {
    const reply = await account.administrator.ask(folderRoutes.list, { account: account.id });
    expect(reply.headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    );
    expect(reply.headers.get('cache-control')).toBe('no-store');
    expect(reply.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('are those of each request, whatever nonsense others ask at the same time', async () => {
    const { administrator } = account;
    const nonsense = ['\0', 'Not an account'] as AccountId[];
    const [refused, lists] = await Promise.all([
      Promise.all(nonsense.map((of) => administrator.refused(folderRoutes.list, { account: of }))),
      Promise.all(Array.from({ length: 10 }, () => administrator.call(folderRoutes.list, { account: account.id }))),
    ]);
    expect(refused).toEqual(nonsense.map(() => 'not-found'));
    for (const { items } of lists) expect(items).toEqual([]);
  });

  it('are problems with a code, what to do, and the request’s id', async () => {
    const reply = await get('/api/v1/nothing');
    expect(reply.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(problemBody.parse(reply.body)).toMatchObject({
      code: 'not-found',
      status: 404,
      request: reply.headers.get('x-request-id'),
    });
  });

  it('are described for programs, route by route', async () => {
    const { body } = await get('/api/v1/openapi.json');
    const { paths, openapi } = body as { openapi: string; paths: Record<string, Record<string, unknown>> };
    expect(openapi).toBe('3.1.0');
    for (const routes of Object.values(ROUTES)) {
      for (const { path, method } of Object.values(routes)) {
        const address = `/api/v1${path.replace(/:([a-z]+)/gi, '{$1}')}`;
        expect(paths[address], address).toHaveProperty(method.toLowerCase());
      }
    }
  });
});

describe('a request', () => {
  const folders = () => `/api/v1/accounts/${account.id}/folders`;
  const post = (body: string, headers: Record<string, string> = {}) =>
    account.administrator.send('POST', folders(), body, headers);

  it.each([
    ['not JSON', '{"name": ', 400, 'request.not-json'],
    ['nested too deep', `${'['.repeat(40)}${']'.repeat(40)}`, 400, 'request.not-json'],
    ['a key that reaches into prototypes', '{"name":"A","__proto__":{"admin":true}}', 400, 'request.not-json'],
    ['half a character', '{"name":"\\ud800"}', 400, 'request.not-json'],
    ['a NUL', '{"name":"a\\u0000b"}', 400, 'request.not-json'],
    ['an unknown key', '{"name":"A","colour":"red"}', 400, 'request.invalid'],
    ['no body', '', 400, 'request.invalid'],
    ['too much', JSON.stringify({ name: 'x'.repeat(2_000_000) }), 413, 'request.too-large'],
  ])('with %s is refused', async (_what, body, status, code) => {
    const reply = await post(body);
    expect([reply.status, problemBody.parse(reply.body).code]).toEqual([status, code]);
  });

  it('of another kind than JSON is refused', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      const reply = await post('name=A', { 'content-type': type });
      expect([reply.status, problemBody.parse(reply.body).code]).toEqual([415, 'request.wrong-type']);
    }
  });

  it('from a page of another site is refused, whichever way the browser tells', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://evil.example' },
      { origin: 'null' },
    ]) {
      const reply = await post('{"name":"Evil"}', headers);
      expect([reply.status, problemBody.parse(reply.body).code]).toEqual([403, 'request.cross-site']);
    }
    expect((await post('{"name":"Good"}', { 'sec-fetch-site': 'same-origin' })).status).toBe(201);
    expect((await post('{"name":"Good too"}', { origin: house.server.url })).status).toBe(201);
    const reading = await account.administrator.send('GET', folders(), undefined, { 'sec-fetch-site': 'cross-site' });
    expect(reading.status).toBe(200);
  });

  it('that arrives drop by drop is cut off while others are served', async () => {
    const { port } = new URL(house.server.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.on('error', () => {});
    const closed = new Promise<number>((resolve) => {
      const began = performance.now();
      socket.on('close', () => resolve(performance.now() - began));
    });
    socket.write('GET /livez HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    const drip = setInterval(() => socket.write('a'), 500);
    expect((await get('/livez')).body).toEqual({ alive: true });
    const lasted = await closed;
    clearInterval(drip);
    expect(lasted).toBeLessThan(12_000);
  });
});

describe('a repeated write', () => {
  it('is done once and gets its answer again', async () => {
    const params = { account: account.id };
    const call = { body: { name: 'Once' }, headers: { 'idempotency-key': 'once-1' } };
    const first = await account.administrator.ask(folderRoutes.create, params, call);
    const second = await account.administrator.ask(folderRoutes.create, params, call);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
  });

  it('is done once also when both come at the same time', async () => {
    const { interaction } = await account.administrator.release(seed({ id: 'int_once' as InteractionId }));
    const body = { interaction: interaction.id, kind: 'live' as const, client: 'agent-desk' as const };
    const call = { body, headers: { 'idempotency-key': 'start-1' } };
    const replies = await Promise.all(
      [1, 2, 3].map(() => account.administrator.ask(sessionRoutes.start, { account: account.id }, call)),
    );
    expect(replies.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(replies.map((reply) => (reply.body as { id: string }).id)).size).toBe(1);
    const query = { interaction: interaction.id };
    const { items } = await account.administrator.call(sessionRoutes.list, { account: account.id }, { query });
    expect(items).toHaveLength(1);
  });

  it('is refused when the key stood for something else', async () => {
    const params = { account: account.id };
    const headers = { 'idempotency-key': 'mixed-up' };
    await account.administrator.call(folderRoutes.create, params, { body: { name: 'One' }, headers });
    expect(await account.administrator.refused(folderRoutes.create, params, { body: { name: 'Two' }, headers })).toBe(
      'idempotency.reused',
    );
  });

  it('may be mended and sent again after it was refused', async () => {
    const headers = { 'idempotency-key': 'mended' };
    const params = { account: account.id };
    const body = { file: seed({ id: 'int_mended' }), clients: ['agent-desk' as const], folder: 'fld_nope' as never };
    expect(await account.administrator.refused(versionRoutes.publish, params, { body, headers })).toBe(
      'folder.unknown',
    );
    const { folder: _folder, ...mended } = body;
    const reply = await account.administrator.ask(versionRoutes.publish, params, { body: mended, headers });
    expect(reply.status).toBe(201);
  });

  it('is another one for another person', async () => {
    const colleague = await account.person('account-administrator');
    const headers = { 'idempotency-key': 'shared' };
    const params = { account: account.id };
    const mine = await account.administrator.call(folderRoutes.create, params, { body: { name: 'Mine' }, headers });
    const theirs = await colleague.call(folderRoutes.create, params, { body: { name: 'Theirs' }, headers });
    expect(theirs.id).not.toBe(mine.id);
  });
});

describe('health', () => {
  it('says that the server runs and that it can be used', async () => {
    expect(await get('/livez')).toMatchObject({ status: 200, body: { alive: true } });
    expect(await get('/readyz')).toMatchObject({ status: 200, body: { ready: true } });
  });
});

describe('stopping', () => {
  it(
    'finishes what is under way, ends streams and takes nothing new',
    async () => {
      const other = await openHouse();
      const acme = await other.account('Acme');
      const stream = await fetch(`${other.server.url}/api/v1/accounts/${acme.id}/live`, {
        headers: { cookie: acme.administrator.cookie ?? '' },
      });
      const ended = stream.text();
      const publishing = acme.administrator.publish(seed());
      await new Promise((resolve) => setImmediate(resolve));
      const began = performance.now();
      await publishing;
      await other.close();
      await ended;
      expect(performance.now() - began).toBeLessThan(10_000);
      await expect(fetch(`${other.server.url}/livez`)).rejects.toThrow();
    },
    OPENING,
  );
});

describe('a process that only works in the background', () => {
  it('says how it is and answers nothing else', async () => {
    await using other = await openBackground();
    const get = async (path: string) => (await fetch(`${other.url}${path}`)).status;
    expect([await get('/livez'), await get('/readyz'), await get('/api/v1/me'), await get('/')]).toEqual([
      200, 200, 404, 404,
    ]);
  });
});

async function openBackground() {
  const { db, pool, prepared, drop } = await freshDatabase();
  const data = { db, pool, prepared, close: drop, secrets: testSecrets };
  const server = await serve(testConfig({ WAYMARK_ROLES: 'jobs' }), data);
  return { url: server.url, [Symbol.asyncDispose]: server.close };
}
