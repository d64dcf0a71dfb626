import type { Dispatcher } from 'undici';
import type { CallMethod } from '#api/connections.ts';
import { LIMITS } from '#prelude/limits.ts';
import { type BodyFailure, letGo, readAnswerBody, readBytes, textOf } from './answer-body.ts';
import { readCallTarget } from './call-target.ts';
import { networkFailure } from './network-failure.ts';
import type { Outgoing } from './outgoing.ts';
import { type OutgoingCall, type WrittenCall, writeCall } from './outgoing-call.ts';
import { type CallResult, type EffectFailed, effectFailed, effectTimedOut } from './results.ts';
import { untilAborted } from './until-aborted.ts';

/**
 * Makes one call to an outside system, within all limits: of addresses (at each connection and each redirect), of time,
 * of bytes, of depth. Whatever the other side does is a value; nothing throws and nothing hangs. Any HTTP status is an
 * answer: what a 404 means to the one who called, `call-connection.ts` says.
 */
export async function guardedCall(outgoing: Outgoing, call: OutgoingCall): Promise<CallResult> {
  const began = performance.now();
  const took = () => Math.round(performance.now() - began);
  const written = writeCall(call);
  if (!written.ok) return written.error;
  const timeLimit = Math.min(call.timeLimit, LIMITS.callTime);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeLimit);
  try {
    // undici goes on connecting for a request that was given up.
    const result = await untilAborted(follow(outgoing, call, written.value, stop.signal), stop.signal);
    return { ...result, took: took() };
  } catch (error) {
    if (stop.signal.aborted) return effectTimedOut(timeLimit, took());
    const code = networkFailure(error);
    return code === 'net.timed-out' ? effectTimedOut(timeLimit, took()) : effectFailed(code, { took: took() });
  } finally {
    clearTimeout(timer);
  }
}

interface Hop {
  readonly url: URL;
  readonly method: CallMethod;
  readonly body: string | undefined;
  /** Still the server that the call was meant for. */
  readonly isHome: boolean;
}

async function follow(
  outgoing: Outgoing,
  call: OutgoingCall,
  written: WrittenCall,
  signal: AbortSignal,
): Promise<CallResult> {
  const target = readCallTarget(call.url, outgoing.allowPrivate);
  if (!target.ok) return target.error;
  let hop: Hop = { url: target.value, method: call.method, body: written.body, isHome: true };
  for (let redirects = 0; ; redirects++) {
    const response = await send(outgoing, hop, written, signal);
    const location = headerOf(response, 'location');
    if (!isRedirect(response.statusCode) || location === '') return read(response);
    letGo(response.body);
    if (redirects === LIMITS.callRedirects)
      return effectFailed('call.redirect', { detail: 'It is redirected too often' });
    const next = nextHop(outgoing, hop, response.statusCode, location);
    if ('status' in next) return next;
    hop = next;
  }
}

async function send(outgoing: Outgoing, hop: Hop, written: WrittenCall, signal: AbortSignal) {
  const { url, method, body, isHome } = hop;
  const { 'content-type': type, ...headers } = isHome ? written.headers : written.headersElsewhere;
  return outgoing.agent.request({
    origin: url.origin,
    path: `${url.pathname}${url.search}`,
    method,
    headers: body === undefined || type === undefined ? headers : { ...headers, 'content-type': type },
    body: body ?? null,
    signal,
  });
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

/** Where a redirect leads, checked like the first address. Source of the rules: the Fetch standard, section 4.5. */
function nextHop(outgoing: Outgoing, hop: Hop, status: number, location: string): Hop | EffectFailed {
  if (!URL.canParse(location, hop.url.href))
    return effectFailed('call.redirect', { detail: 'It is redirected to no address' });
  const target = readCallTarget(new URL(location, hop.url).href, outgoing.allowPrivate);
  if (!target.ok) return target.error;
  const url = target.value;
  const becomesGet = status === 303 || (status < 303 && hop.method === 'POST');
  const method = becomesGet ? 'GET' : hop.method;
  const isHome = hop.isHome && url.origin === hop.url.origin;
  if (!isHome && method !== 'GET') {
    // What was meant for one server is never handed to another.
    return effectFailed('call.redirect', { detail: `It is redirected to another server, ${url.host}` });
  }
  return { url, method, body: becomesGet ? undefined : hop.body, isHome };
}

async function read(response: Dispatcher.ResponseData): Promise<CallResult> {
  const http = response.statusCode;
  const type = headerOf(response, 'content-type');
  const bytes = await readBytes(response.body, headerOf(response, 'content-encoding'));
  if (!bytes.ok) return unread(bytes.error, { http, type, text: '' });
  const text = textOf(bytes.value, type);
  if (!text.ok) return unread(text.error, { http, type, text: '' });
  const body = readAnswerBody(text.value, type);
  if (!body.ok) return unread(body.error, { http, type, text: text.value });
  const headers = headersOf(response);
  return { status: 'done', http, headers, body: body.value, took: 0 };
}

function unread({ code, detail }: BodyFailure, answer: { http: number; type: string; text: string }): EffectFailed {
  return effectFailed(code, { detail, answer });
}

/** What Interactions may read of the headers; cookies are none of their business. */
function headersOf(response: Dispatcher.ResponseData): Readonly<Record<string, string>> {
  const entries = Object.entries(response.headers)
    .filter(([name, value]) => value !== undefined && name !== 'set-cookie')
    .slice(0, LIMITS.callHeaders)
    .map(([name, value]) => [name, [value].flat().join(', ').slice(0, LIMITS.headerLength)]);
  return Object.fromEntries(entries);
}

function headerOf({ headers }: Dispatcher.ResponseData, name: string): string {
  const value = headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
