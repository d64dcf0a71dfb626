import { createServer } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { serverSource } from '#player/server-source.ts';

/** A server that says the same to every request. */
async function serverSaying(status: number, body: string, headers: Record<string, string> = {}) {
  const server = createServer((_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the port is not known');
  return serverSource({ api: `http://127.0.0.1:${address.port}`, account: 'acc_1', session: 'ses_1' });
}

const problem = (code: string, beside: object = {}) =>
  JSON.stringify({ code, title: 'Title', detail: 'Detail', ...beside });
const HTML = '<!doctype html><h1>Who are you?</h1>';

it.each([
  [500, problem('server.failed', { request: 'req_1' }), { kind: 'away', why: 'fault', request: 'req_1' }],
  [503, problem('server.unavailable'), { kind: 'away', why: 'fault' }],
  [502, HTML, { kind: 'away', why: 'fault' }],
  [200, HTML, { kind: 'away', why: 'fault' }],
  [200, 'null', { kind: 'away', why: 'fault' }],
  [200, '{}', { kind: 'away', why: 'fault' }],
  [429, problem('request.too-many', { request: 'req_1' }), { kind: 'away', why: 'busy' }],
  [409, problem('idempotency.running'), { kind: 'away', why: 'busy' }],
  [408, HTML, { kind: 'away', why: 'busy' }],
  [401, problem('sign-in.needed'), { kind: 'closed', code: 'sign-in.needed', message: 'Detail' }],
  [404, problem('not-found'), { kind: 'closed', code: 'not-found', message: 'Detail' }],
  [403, HTML, { kind: 'closed', code: '', message: '' }],
  [
    422,
    problem('answer.refused', { fields: [] }),
    { kind: 'refused', code: 'answer.refused', message: 'Detail', fields: [] },
  ],
  [
    400,
    problem('request.invalid', { fields: [{}] }),
    { kind: 'refused', code: 'request.invalid', message: '', fields: [] },
  ],
  [413, HTML, { kind: 'refused', code: '', message: '', fields: [] }],
])('%i %s is told as what it is', async (status, body, reply) => {
  const source = await serverSaying(status, body);
  expect(await source.send('c1', 1, { kind: 'answer' })).toEqual(reply);
});

it('waits as long as the server asks', async () => {
  const source = await serverSaying(503, problem('server.stopping'), { 'Retry-After': '7' });
  expect(await source.open()).toEqual({ kind: 'away', why: 'fault', retryAfter: 7000 });
});

it('a server that nobody reaches is told apart from one with a fault', async () => {
  const source = serverSource({ api: 'http://127.0.0.1:1', account: 'acc_1', session: 'ses_1' });
  expect(await source.open()).toEqual({ kind: 'away', why: 'unreached' });
});
