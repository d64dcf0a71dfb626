import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outsideSystem, wayOut } from '#test/effects/outside.ts';
import { readCallTarget, targetBelow } from './call-target.ts';
import { isForbiddenAddress } from './forbidden-addresses.ts';
import { guardedCall } from './guarded-http.ts';

/** Spellings of targets that no call may reach. `PORT` is where a server of this machine counts who comes. */
const SPELLINGS: readonly string[] = [
  // This machine, by address
  'https://127.0.0.1:PORT/',
  'https://127.1:PORT/',
  'https://127.0.1:PORT/',
  'https://2130706433:PORT/',
  'https://0x7f000001:PORT/',
  'https://0x7f.0.0.1:PORT/',
  'https://0177.0.0.1:PORT/',
  'https://017700000001:PORT/',
  'https://127.000.000.001:PORT/',
  'https://127.255.255.254:PORT/',
  'https://0:PORT/',
  'https://0.0.0.0:PORT/',
  'https://①②⑦.⓪.⓪.①:PORT/',
  'https://127。0。0。1:PORT/',
  'https://127%2e0%2e0%2e1:PORT/',
  'https://[::1]:PORT/',
  'https://[::]:PORT/',
  'https://[0:0:0:0:0:0:0:1]:PORT/',
  'https://[::ffff:127.0.0.1]:PORT/',
  'https://[::ffff:7f00:1]:PORT/',
  'https://[::127.0.0.1]:PORT/',
  'https://[64:ff9b::127.0.0.1]:PORT/',
  'https://[64:ff9b:1::7f00:1]:PORT/',
  'https://[2002:7f00:1::]:PORT/',
  'https://[2001:0:4136:e378:8000:63bf:80ff:fffe]:PORT/',
  // By name
  'https://localhost:PORT/',
  'https://LOCALHOST:PORT/',
  'https://localhost.:PORT/',
  'https://127.0.0.1.nip.test:PORT/',
  'https://both.test:PORT/',
  'https://mapped.test:PORT/',
  'https://zone.test:PORT/',
  // With something before the name that looks like another one
  'https://crm.example.org@127.0.0.1:PORT/',
  'https://crm.example.org%00@127.0.0.1:PORT/',
  'https:\\\\127.0.0.1:PORT\\',
  'https:127.0.0.1:PORT/',
  'https:///127.0.0.1:PORT/',
  'https://127.0.0.1:PORT#@crm.example.org/',
  'https://127.0.0.1:PORT?@crm.example.org/',
  ' https://127.0.0.1:PORT/',
  'ht\ntps://127.0.0.1:PORT/',
  // Other ways of speaking
  'http://127.0.0.1:PORT/',
  'ws://127.0.0.1:PORT/',
  'ftp://127.0.0.1:PORT/',
  'gopher://127.0.0.1:PORT/_GET',
  'file:///etc/passwd',
  'data:application/json,{}',
  'unix:/var/run/docker.sock',
  // Networks behind the server
  'https://10.0.0.1/',
  'https://172.16.0.1/',
  'https://172.31.255.255/',
  'https://192.168.1.1/',
  'https://100.64.0.1/',
  'https://[fc00::1]/',
  'https://[fd12:3456:789a::1]/',
  'https://[fe80::1]/',
  'https://[fec0::1]/',
  'https://[ff02::1]/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  'https://198.18.0.1/',
  // Clouds that hand out the secrets of their machines
  'https://169.254.169.254/latest/meta-data/',
  'https://[::ffff:169.254.169.254]/',
  'https://[fd00:ec2::254]/',
  'https://100.100.100.200/',
  'https://168.63.129.16/',
  'https://metadata.google.internal/computeMetadata/v1/',
];

const NAMES = {
  localhost: '127.0.0.1',
  'localhost.': '127.0.0.1',
  '127.0.0.1.nip.test': '127.0.0.1',
  // One good address does not make up for a bad one.
  'both.test': () => ['93.184.216.34', '127.0.0.1'],
  'mapped.test': '::ffff:127.0.0.1',
  'zone.test': 'fe80::1%lo',
  'metadata.google.internal': '169.254.169.254',
};

const REFUSED = ['net.forbidden-address', 'net.bad-address'];

describe('a target that no call may reach', () => {
  it(`is refused in each of ${SPELLINGS.length} spellings, and nothing arrives there`, async () => {
    const inside = await outsideSystem((_request, response) => response.end('{"secret":true}'));
    const way = wayOut({ allowPrivate: false, names: NAMES });
    for (const spelling of SPELLINGS) {
      const url = spelling.replace('PORT', String(inside.port));
      const result = await guardedCall(way, { method: 'GET', url, timeLimit: 5_000 });
      expect(REFUSED, `${url} ${JSON.stringify(result)}`).toContain(
        result.status === 'failed' ? result.code : result.status,
      );
    }
    expect(inside.connections()).toBe(0);
  });

  it('is not reached by a name that leads elsewhere when it is looked up again', async () => {
    const inside = await outsideSystem((_request, response) => response.end());
    let lookups = 0;
    const rebinding = () => (++lookups === 1 ? '93.184.216.34' : '127.0.0.1');
    const way = wayOut({ allowPrivate: false, names: { 'rebind.test': rebinding } });
    // Whoever checks the name first and connects afterwards asks twice, and is told something else the second time.
    expect(rebinding()).toBe('93.184.216.34');
    const url = `https://rebind.test:${inside.port}/`;
    const result = await guardedCall(way, { method: 'GET', url, timeLimit: 5_000 });
    expect(result).toMatchObject({ status: 'failed', code: 'net.forbidden-address' });
    expect([lookups, inside.connections()]).toEqual([2, 0]);
  });

  it('tells nobody what the addresses of our networks are', async () => {
    const way = wayOut({ allowPrivate: false, names: { 'intranet.test': '10.1.2.3' } });
    const result = await guardedCall(way, { method: 'GET', url: 'https://intranet.test/', timeLimit: 5_000 });
    expect(result).toMatchObject({ code: 'net.forbidden-address' });
    expect(JSON.stringify(result)).not.toContain('10.1.2.3');
  });

  it('where private addresses are allowed: is called without encryption on this very machine only', async () => {
    const near = await outsideSystem((_request, response) => response.end('{}'), 'http');
    const way = wayOut({ names: { localhost: '127.0.0.1', 'sub.localhost': '10.0.0.9' } });
    const codeOf = async (url: string) => {
      const result = await guardedCall(way, { method: 'GET', url, timeLimit: 5_000 });
      return result.status === 'failed' ? result.code : result.status;
    };
    expect(await codeOf(`http://127.0.0.1:${near.port}/`)).toBe('done');
    expect(await codeOf(`http://localhost:${near.port}/`)).toBe('done');
    expect(await codeOf('http://10.0.0.9/')).toBe('net.bad-address');
    expect(await codeOf('http://crm.example.org/')).toBe('net.bad-address');
    expect(await codeOf('http://sub.localhost/')).toBe('net.forbidden-address');
  });

  it.each([22, 25, 465, 587, 6667])('refuses port %i, where something else is spoken', (port) => {
    const read = readCallTarget(`https://crm.example.org:${port}/`, false);
    expect(read).toMatchObject({ ok: false, error: { code: 'net.bad-address' } });
  });
});

describe('addresses', () => {
  it.each([
    '8.8.8.8',
    '93.184.216.34',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '169.253.1.1',
    '2606:4700:4700::1111',
    '2a00:1450:4001:81b::200e',
  ])('%s is open to the internet', (address) => {
    expect([isForbiddenAddress(address, false), isForbiddenAddress(address, true)]).toEqual([false, false]);
  });

  it.each(['127.0.0.1', '10.255.255.255', '192.168.0.1', '172.16.0.1', '100.64.0.1', '::1', 'fd12::1'])(
    '%s is private',
    (address) => {
      expect([isForbiddenAddress(address, false), isForbiddenAddress(address, true)]).toEqual([true, false]);
    },
  );

  it.each([
    '0.0.0.0',
    '169.254.169.254',
    '100.100.100.200',
    '168.63.129.16',
    'fd00:ec2::254',
    '::ffff:169.254.169.254',
    '::ffff:100.100.100.200',
    'fe80::1',
    'ff02::1',
    '224.0.0.1',
    '255.255.255.255',
    '2002:a00:1::',
    '64:ff9b::a00:1',
    '2001:db8::1',
    '',
    'localhost',
    '127.1',
    'fe80::1%lo',
  ])('%s is never reached', (address) => {
    expect([isForbiddenAddress(address, false), isForbiddenAddress(address, true)]).toEqual([true, true]);
  });
});

describe('the path of a call', () => {
  const BASE = 'https://crm.example.org/api/v2';

  it.each([
    ['', `${BASE}`],
    ['/customers/17', `${BASE}/customers/17`],
    ['customers/17?view=short', `${BASE}/customers/17?view=short`],
    ['?all=1', `${BASE}?all=1`],
    ['//evil.example/x', `${BASE}/evil.example/x`],
    ['/a b', `${BASE}/a%20b`],
    ['https://evil.example/', `${BASE}/https://evil.example/`],
    ['/find?path=../x', `${BASE}/find?path=../x`],
  ])('“%s” stays below the address of the connection', (path, url) => {
    expect(targetBelow(BASE, path)).toEqual({ ok: true, value: url });
  });

  it.each([
    '../../admin',
    '/../v1',
    '/customers/../../../admin',
    '/%2e%2e/admin',
    '/.%2E/admin',
    '\\..\\admin',
    '/..\\admin',
    '/.\t./admin',
    '/a/%2e%2e%2fadmin',
    '/..',
    '/..?x',
    '/customers/..%5c..%5cadmin',
  ])('“%s” is refused: it climbs out', (path) => {
    expect(targetBelow(BASE, path)).toMatchObject({ ok: false, error: { code: 'call.bad-request' } });
  });

  it('never leads to another server, whatever it holds', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'/\\.:@?#%2eEfF5cC[]ax\t\n\r ①。'.split('')), maxLength: 30 });
    fc.assert(
      fc.property(fc.oneof(nasty, fc.webUrl(), fc.string()), (path) => {
        const target = targetBelow(BASE, path);
        if (!target.ok) return;
        const url = new URL(target.value);
        expect(url.origin).toBe('https://crm.example.org');
        expect(url.pathname === '/api/v2' || url.pathname.startsWith('/api/v2/')).toBe(true);
        expect([url.username, url.password]).toEqual(['', '']);
      }),
      { numRuns: 3_000 },
    );
  });
});
