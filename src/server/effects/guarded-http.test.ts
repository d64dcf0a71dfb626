import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#prelude/limits.ts';
import {
  closedPort,
  type Outside,
  outsideSocket,
  outsideSystem,
  type WayOptions,
  wayOut,
} from '#test/effects/outside.ts';
import { guardedCall } from './guarded-http.ts';
import type { OutgoingCall } from './outgoing-call.ts';
import type { CallResult } from './results.ts';

function call(
  at: Outside | string,
  more: Partial<OutgoingCall> & { readonly path?: string } = {},
  way: WayOptions = {},
): Promise<CallResult> {
  const { path = '/', ...rest } = more;
  const url = typeof at === 'string' ? at : `${at.url}${path}`;
  return guardedCall(wayOut(way), { method: 'GET', url, timeLimit: 10_000, ...rest });
}

/** What became of it, in short: `done 200`, a code, or `timed-out`. */
function fate(result: CallResult): string {
  if (result.status === 'failed') return result.code;
  return result.status === 'done' ? `done ${result.http}` : 'timed-out';
}

describe('a call', () => {
  it('sends method, path, headers, credentials and JSON, and brings back what the answer says', async () => {
    const crm = await outsideSystem((_request, response) => {
      response.writeHead(201, { 'content-type': 'application/json; charset=utf-8', 'x-request': '7' });
      response.end('{"customer":{"name":"Zoë","tier":2}}');
    });
    const result = await call(crm, {
      method: 'POST',
      path: '/customers?notify=no',
      headers: [{ name: 'X-System', value: 'desk' }],
      credentials: { name: 'authorization', value: 'Bearer t0ken' },
      body: { kind: 'json', value: { name: 'Zoë' } },
      id: 'eff_1',
    });
    expect(result).toMatchObject({
      status: 'done',
      http: 201,
      headers: { 'x-request': '7' },
      body: { kind: 'json', value: { customer: { name: 'Zoë', tier: 2 } } },
    });
    expect(crm.heard).toHaveLength(1);
    expect(crm.heard[0]).toMatchObject({ method: 'POST', path: '/customers?notify=no', body: '{"name":"Zoë"}' });
    expect(crm.heard[0]?.headers).toMatchObject({
      'x-system': 'desk',
      authorization: 'Bearer t0ken',
      'content-type': 'application/json',
      'idempotency-key': 'eff_1',
    });
  });

  it('sends and reads XML', async () => {
    const crm = await outsideSystem((_request, response) => {
      response.setHeader('content-type', 'text/xml');
      response.end('<?xml version="1.0"?><o:order id="7"><line>A &amp; B</line><line>C</line></o:order>');
    });
    const body = { kind: 'xml', text: '<find id="7"/>' } as const;
    expect(await call(crm, { method: 'POST', body })).toMatchObject({
      body: { kind: 'xml', value: { 'o:order': { '@id': '7', line: ['A & B', 'C'] } } },
    });
    expect(crm.heard[0]).toMatchObject({ body: '<find id="7"/>' });
    expect(crm.heard[0]?.headers['content-type']).toBe('application/xml; charset=utf-8');
  });

  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ] as const)('unpacks %s', async (encoding, pack) => {
    const crm = await outsideSystem((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': encoding });
      response.end(pack('{"packed":true}'));
    });
    expect(await call(crm)).toMatchObject({ status: 'done', body: { value: { packed: true } } });
  });

  it('reads the charset that the answer names, in its header or in its XML', async () => {
    const latin = await outsideSystem(({ url }, response) => {
      const isXml = url === '/xml';
      response.setHeader('content-type', isXml ? 'application/xml' : 'text/plain; charset=iso-8859-1');
      response.end(Buffer.from(isXml ? '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>' : 'é', 'latin1'));
    });
    expect(await call(latin)).toMatchObject({ body: { kind: 'text', text: 'é' } });
    expect(await call(latin, { path: '/xml' })).toMatchObject({ body: { value: { a: 'é' } } });
  });

  it('takes any status as an answer, an empty one too, and shows no cookies', async () => {
    const crm = await outsideSystem(({ url }, response) => {
      response.writeHead(Number(url?.slice(1)), { 'set-cookie': 'a=b' });
      response.end();
    });
    for (const status of [204, 404, 503]) {
      const result = await call(crm, { path: `/${status}` });
      expect(result).toMatchObject({ status: 'done', http: status, body: { kind: 'none' } });
      expect(result.status === 'done' && result.headers['set-cookie']).toBeUndefined();
    }
  });

  it('uses a connection again for the next call', async () => {
    const crm = await outsideSystem((_request, response) => response.end('{}'));
    const way = wayOut();
    for (let n = 0; n < 6; n++) await guardedCall(way, { method: 'GET', url: crm.url, timeLimit: 5_000 });
    expect(crm.heard).toHaveLength(6);
    // A second one may be opened while the first is still being tidied up after its call.
    expect(crm.connections()).toBeLessThanOrEqual(2);
  });

  it('cannot be given a second header with a line break, nor one that the server writes', async () => {
    const crm = await outsideSystem((_request, response) => response.end());
    for (const value of ['a\r\nx-evil: 1', 'a\nb', 'a\n', '\ra', 'a\u0000', 'é', '']) {
      expect(fate(await call(crm, { headers: [{ name: 'x-a', value }] }))).toBe('call.bad-request');
      expect(fate(await call(crm, { credentials: { name: 'authorization', value } }))).toBe('call.bad-request');
    }
    for (const name of ['a b', 'a:b', 'a\r\nb', '', 'Host', 'content-length', 'Transfer-Encoding', 'authorization']) {
      expect(fate(await call(crm, { headers: [{ name, value: '1' }] }))).toBe('call.bad-request');
    }
    expect(crm.connections()).toBe(0);
  });
});

describe('an outside system that misbehaves', () => {
  const json = { 'content-type': 'application/json' };

  it('is cut off when it never answers, and when it answers one byte at a time', async () => {
    const mute = await outsideSystem(() => {});
    const slow = await outsideSystem((_request, response) => {
      response.writeHead(200, json);
      const drip = setInterval(() => response.write(' '), 10);
      response.on('close', () => clearInterval(drip));
    });
    const deaf = await outsideSocket(() => {});
    for (const at of [mute, slow, { ...deaf, url: `https://crm.test:${deaf.port}` }]) {
      const result = await call(at, { timeLimit: 300 });
      expect(fate(result)).toBe('timed-out');
      expect(result.took).toBeGreaterThanOrEqual(290);
      expect(result.took).toBeLessThan(8_000);
    }
  });

  it('is cut off when finding its name takes too long', async () => {
    const never = () => new Promise<never>(() => {});
    const result = await call('https://crm.test/', { timeLimit: 300 }, { resolve: never });
    expect(fate(result)).toBe('timed-out');
  });

  it('fills no memory: a body past the limit is not read on', async () => {
    let sent = 0;
    const flood = await outsideSystem((_request, response) => {
      response.writeHead(200, json);
      const chunk = Buffer.alloc(65_536, 0x20);
      const pour = () => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on('drain', pour);
      pour();
    });
    expect(fate(await call(flood))).toBe('call.too-large');
    await pause(50);
    expect(sent).toBeLessThan(50 * LIMITS.callBytes);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('unpacks no %s bomb', async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(40 * LIMITS.callBytes, 0x20));
    expect(bomb.length).toBeLessThan(LIMITS.callBytes / 10);
    const crm = await outsideSystem((_request, response) => {
      response.writeHead(200, { ...json, 'content-encoding': encoding });
      response.end(bomb);
    });
    expect(fate(await call(crm))).toBe('call.too-large');
  });

  it('takes an answer at the limit, and none with one byte more', async () => {
    const crm = await outsideSystem(({ url }, response) => {
      response.setHeader('content-type', 'text/plain');
      response.end(Buffer.alloc(Number(url?.slice(1)), 0x61));
    });
    expect(fate(await call(crm, { path: `/${LIMITS.callBytes}` }))).toBe('done 200');
    expect(fate(await call(crm, { path: `/${LIMITS.callBytes + 1}` }))).toBe('call.too-large');
  });

  it('takes less in XML, which takes longer to read', async () => {
    const crm = await outsideSystem(({ url }, response) => {
      response.setHeader('content-type', 'text/xml');
      response.end(`<a>${'x'.repeat(Number(url?.slice(1)) - 7)}</a>`);
    });
    expect(fate(await call(crm, { path: `/${LIMITS.xmlLength}` }))).toBe('done 200');
    expect(fate(await call(crm, { path: `/${LIMITS.xmlLength + 1}` }))).toBe('call.too-large');
  });

  it.each([
    ['packed with what is no gzip', { ...json, 'content-encoding': 'gzip' }, '{"a":1}', 'call.unreadable'],
    ['packed twice', { ...json, 'content-encoding': 'gzip, gzip' }, '{}', 'call.unreadable'],
    ['no JSON', json, '{"a":', 'call.unreadable'],
    ['JSON nested too deep', json, '['.repeat(1_000_000), 'call.unreadable'],
    ['JSON that reaches into prototypes', json, '{"a":{"__proto__":{"b":1}}}', 'call.unreadable'],
    ['JSON with half a character', json, '["\\ud800"]', 'call.unreadable'],
    ['a picture', { 'content-type': 'image/png' }, 'PNG', 'call.unreadable'],
    ['a charset that nobody knows', { 'content-type': 'text/plain; charset=klingon' }, 'a', 'call.unreadable'],
    ['text with a NUL', { 'content-type': 'text/plain' }, 'a\u0000b', 'call.unreadable'],
  ] as const)('answers %s', async (_name, headers, body, code) => {
    const crm = await outsideSystem((_request, response) => {
      response.writeHead(200, headers);
      response.end(body);
    });
    expect(fate(await call(crm))).toBe(code);
    expect(Object.hasOwn(Object.prototype, 'b')).toBe(false);
  });

  it('keeps what could not be read, for whoever looks for the fault', async () => {
    const crm = await outsideSystem((_request, response) => {
      response.writeHead(502, json);
      response.end('<html>Bad gateway</html>');
    });
    expect(await call(crm)).toMatchObject({
      status: 'failed',
      answer: { http: 502, type: 'application/json', text: '<html>Bad gateway</html>' },
    });
  });

  it.each([
    ['speaks something else', 'SSH-2.0-OpenSSH_9.2\r\n', 'call.not-http'],
    ['breaks off before the answer', '', 'net.broken'],
    ['breaks off in the answer', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{"a"', 'net.broken'],
    ['lies about the length', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}', 'net.broken'],
    [
      'sends both lengths',
      'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}',
      'net.broken',
    ],
    ['floods with headers', `HTTP/1.1 200 OK\r\n${'x-a: b\r\n'.repeat(10_000)}\r\n`, 'call.too-large'],
  ])('%s', async (_name, words, code) => {
    const odd = await outsideSocket((socket) => socket.end(words));
    expect(fate(await call(odd))).toBe(code);
  });

  it('has a certificate that is not trusted, or for another name', async () => {
    const crm = await outsideSystem((_request, response) => response.end());
    const byName = { 'elsewhere.test': '127.0.0.1' };
    const wrongName = await call(`https://elsewhere.test:${crm.port}/`, {}, { names: byName });
    expect(fate(wrongName)).toBe('net.not-secure');
    expect(fate(await call(crm, {}, { trusted: [] }))).toBe('net.not-secure');
    expect(crm.heard).toEqual([]);
  });

  it('speaks no TLS, or only with garbage', async () => {
    const plain = await outsideSocket((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'));
    expect(fate(await call(`https://crm.test:${plain.port}/`))).toBe('net.not-secure');
    const garbage = await outsideSocket((socket) => socket.end(Buffer.alloc(5_000, 0x16)));
    expect(fate(await call(`https://crm.test:${garbage.port}/`))).toBe('net.not-secure');
  });

  it('is not there', async () => {
    expect(fate(await call(`https://crm.test:${await closedPort()}/`))).toBe('net.unreachable');
    expect(fate(await call('https://no-such-name.test/'))).toBe('net.unknown-host');
  });
});

describe('a redirect', () => {
  it('is followed three times and no more, with the credentials as long as it is the same server', async () => {
    const crm = await outsideSystem(({ url }, response) => {
      const left = Number(url?.slice(1));
      if (left === 0) return response.end('{"there":true}');
      response.writeHead(302, { location: `/${left - 1}` });
      return response.end('never ending'.repeat(10));
    });
    const credentials = { name: 'x-api-key', value: 'k3y' };
    expect(await call(crm, { path: '/3', credentials })).toMatchObject({ body: { value: { there: true } } });
    expect(crm.heard.map(({ headers }) => headers['x-api-key'])).toEqual(['k3y', 'k3y', 'k3y', 'k3y']);
    expect(fate(await call(crm, { path: '/4' }))).toBe('call.redirect');
  });

  it('to another server takes along neither credentials nor headers nor a body', async () => {
    const other = await outsideSystem((_request, response) => response.end('{}'));
    const elsewhere = `https://other.test:${other.port}/here`;
    const crm = await outsideSystem(({ url }, response) => {
      response.writeHead(Number(url?.slice(1)), { location: elsewhere });
      response.end();
    });
    const secrets = {
      credentials: { name: 'authorization', value: 'Bearer t0ken' },
      headers: [{ name: 'x-tenant', value: 'acme' }],
      id: 'eff_1',
    };
    expect(fate(await call(crm, { path: '/302', ...secrets }))).toBe('done 200');
    const [{ headers } = { headers: {} }] = other.heard;
    for (const name of ['authorization', 'x-tenant', 'idempotency-key']) expect(headers).not.toHaveProperty(name);
    const body = { kind: 'json', value: { name: 'Zoë' } } as const;
    expect(fate(await call(crm, { path: '/307', method: 'POST', body, ...secrets }))).toBe('call.redirect');
    expect(fate(await call(crm, { path: '/302', method: 'DELETE', ...secrets }))).toBe('call.redirect');
    expect(other.heard).toHaveLength(1);
    // After a POST one may be sent to look elsewhere: with a plain GET.
    expect(fate(await call(crm, { path: '/303', method: 'POST', body, ...secrets }))).toBe('done 200');
    expect(other.heard[1]).toMatchObject({ method: 'GET', body: '' });
  });

  it.each([
    ['the metadata of a cloud', 'https://169.254.169.254/latest/meta-data/', 'net.forbidden-address'],
    ['the same by http', 'http://169.254.169.254/latest/meta-data/', 'net.bad-address'],
    ['the same by IPv6', 'https://[fd00:ec2::254]/', 'net.forbidden-address'],
    ['the same by a name', 'https://metadata.test/', 'net.forbidden-address'],
    ['a file', 'file:///etc/passwd', 'net.bad-address'],
    ['a script', 'javascript:alert(1)', 'net.bad-address'],
    ['a user', 'https://root:root@other.test/', 'net.bad-address'],
    ['no address', 'https://[', 'call.redirect'],
  ])('to %s is refused', async (_name, location, code) => {
    const crm = await outsideSystem((_request, response) => {
      response.writeHead(302, { location });
      response.end();
    });
    expect(fate(await call(crm, {}, { names: { 'metadata.test': '169.254.169.254' } }))).toBe(code);
    expect(crm.heard).toHaveLength(1);
  });
});
