import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type ApiClientOptions, createApiClient, orThrow } from './api-client.ts';
import { ApiFailure } from './api-error.ts';

const Named = z.object({ name: z.string() });

/** A client whose network answers with what is given, and the requests that reached the network. */
function clientThat(answer: () => Response | Promise<Response>, options: Partial<ApiClientOptions> = {}) {
  const sent: { url: string; init: RequestInit; headers: Headers }[] = [];
  let keys = 0;
  const client = createApiClient({
    baseUrl: '/api/v1',
    fetch: async (input, init = {}) => {
      sent.push({ url: String(input), init, headers: new Headers(init.headers) });
      return answer();
    },
    newKey: () => `key-${++keys}`,
    ...options,
  });
  return { client, sent };
}

const json =
  (body: unknown, init: ResponseInit = {}) =>
  () =>
    Response.json(body, init);

describe('reading', () => {
  it('gives the checked value and its tag, and asks in the given words', async () => {
    const { client, sent } = clientThat(json({ name: 'Move house', more: 1 }, { headers: { etag: '"7"' } }));
    const result = await client.read('/interactions', {
      response: Named,
      query: { tag: ['fibre', 'new'], page: 2, of: undefined },
    });
    expect(result).toEqual({ ok: true, value: { value: { name: 'Move house' }, etag: '"7"' } });
    expect(sent[0]?.url).toBe('/api/v1/interactions?tag=fibre&tag=new&page=2');
    expect(sent[0]?.init.method).toBe('GET');
    expect(sent[0]?.headers.has('idempotency-key')).toBe(false);
  });

  it('says which answer it does not understand instead of passing it on', async () => {
    const { client } = clientThat(json({ title: 'Move house' }));
    const result = await client.read('/interactions/1', { response: Named });
    expect(result).toMatchObject({ ok: false, error: { code: 'response.unexpected', status: 200 } });
  });

  it('says that the server cannot be reached, and how that is mended', async () => {
    const { client } = clientThat(() => Promise.reject(new TypeError('Failed to fetch')));
    const result = await client.read('/interactions', { response: Named });
    expect(result).toMatchObject({ ok: false, error: { code: 'network.unreachable', status: 0 } });
  });

  it('stops when it is told to, which is no failure to show', async () => {
    const { client } = clientThat(() => Promise.reject(new DOMException('aborted', 'AbortError')));
    const stopped = AbortSignal.abort();
    await expect(client.read('/interactions', { response: Named, signal: stopped })).rejects.toThrow('aborted');
  });
});

describe('writing', () => {
  it('carries a key of its own, so that a repeated request is done once', async () => {
    const { client, sent } = clientThat(json({ name: 'x' }));
    await client.write('POST', '/interactions', { response: Named, body: { name: 'x' } });
    await client.write('POST', '/interactions', { response: Named, body: { name: 'x' } });
    await client.write('POST', '/interactions', { response: Named, idempotencyKey: 'mine' });
    expect(sent.map(({ headers }) => headers.get('idempotency-key'))).toEqual(['key-1', 'key-2', 'mine']);
    expect(sent[0]?.init.body).toBe('{"name":"x"}');
    expect(sent[0]?.headers.get('content-type')).toBe('application/json');
    expect(sent[2]?.headers.has('content-type')).toBe(false);
  });

  it('says what it was based on', async () => {
    const { client, sent } = clientThat(json({ name: 'x' }));
    await client.write('PUT', '/interactions/1', { response: Named, body: {}, ifMatch: '"7"' });
    expect(sent[0]?.headers.get('if-match')).toBe('"7"');
  });

  it('takes an answer without content', async () => {
    const { client } = clientThat(() => new Response(null, { status: 204 }));
    const result = await client.write('DELETE', '/interactions/1', { response: z.undefined() });
    expect(result).toEqual({ ok: true, value: { value: undefined, etag: null } });
  });
});

describe('a refusal', () => {
  const problem = {
    code: 'request.invalid',
    title: 'The request is not valid.',
    detail: 'One field needs attention.',
    fields: [{ field: 'name', code: 'too-long', message: 'At most 500 characters.' }, { field: 'no message' }],
  };

  it('comes as the problem the server told, field by field', async () => {
    const { client } = clientThat(json(problem, { status: 422, headers: { 'retry-after': '3' } }));
    const result = await client.write('POST', '/interactions', { response: Named, body: {} });
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'request.invalid',
        status: 422,
        title: 'The request is not valid.',
        detail: 'One field needs attention.',
        fields: [{ path: 'name', code: 'too-long', message: 'At most 500 characters.' }],
        retryAfter: 3,
        body: problem,
      },
    });
  });

  it('is usable where something between answers with a page of its own', async () => {
    const { client } = clientThat(() => new Response('<h1>Bad gateway</h1>', { status: 502 }));
    const result = await client.read('/interactions', { response: Named });
    expect(result).toMatchObject({ ok: false, error: { code: 'http.502', status: 502, fields: [] } });
  });

  it('of somebody who is not signed in is told to the application', async () => {
    let told = 0;
    const { client } = clientThat(json({}, { status: 401 }), { onSignedOut: () => told++ });
    await client.read('/interactions', { response: Named });
    expect(told).toBe(1);
  });

  it('is thrown for those who must throw', async () => {
    const { client } = clientThat(json(problem, { status: 422 }));
    const result = await client.read('/interactions', { response: Named });
    expect(() => orThrow(result)).toThrow(ApiFailure);
  });
});
