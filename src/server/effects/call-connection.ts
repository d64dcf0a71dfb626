import { setTimeout as pause } from 'node:timers/promises';
import type { CallMethod, ConnectionSide } from '#api/connections.ts';
import { EFFECT_FAILURES } from '#api/effect-failures.ts';
import type { ConnectionKey } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Clock, Random } from '#prelude/ports.ts';
import { ok, type Result } from '#prelude/result.ts';
import type { Db } from '#store/connect.ts';
import { findConnection } from '#store/queries/connections.ts';
import type { AccountScope } from '#store/scope.ts';
import { type ConnectionSettings, settingsOf } from '../connections/settings.ts';
import { connectionPlace } from '../secrets/places.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import type { Breakers } from './breakers.ts';
import { targetBelow } from './call-target.ts';
import { guardedCall } from './guarded-http.ts';
import type { Outgoing } from './outgoing.ts';
import type { CallBody, OutgoingCall } from './outgoing-call.ts';
import { type CallDone, type CallResult, type EffectFailed, effectFailed, effectTimedOut } from './results.ts';
import { retryAfterOf, waitBeforeRetry } from './retry-plan.ts';

/** What an element asks of a connection. */
export interface ConnectionCall {
  readonly connection: ConnectionKey;
  /** `live` with customers, `test` in test runs. */
  readonly side: ConnectionSide;
  readonly method: CallMethod;
  /** Below the address of the connection: `/customers/17?view=short`. */
  readonly path: string;
  /** Added to the path, encoded. */
  readonly query?: { readonly [name: string]: string };
  /** Beside those of the connection, and over them where they are called the same. */
  readonly headers?: { readonly [name: string]: string };
  readonly body?: CallBody;
  /** Milliseconds for all tries; the connection's own where left out. */
  readonly timeLimit?: number;
  readonly retries?: number;
  /** The same for each repetition of one call, also after a restart: sent along as `Idempotency-Key`. */
  readonly id: string;
}

/** What making calls needs of the server. */
export interface CallServices {
  readonly db: Db;
  readonly clock: Clock;
  readonly random: Random;
  readonly secrets: SecretBox;
  readonly outgoing: Outgoing;
  readonly breakers: Breakers;
}

/**
 * Calls an outside system by a connection of the account: with its address, headers and secret, tried again where that
 * makes sense, not at all while it is known to be ill. Done is what it answered with a status below 400; all else failed
 * with a code of the table. Call it outside of any transaction.
 */
export async function callConnection(
  services: CallServices,
  scope: AccountScope,
  call: ConnectionCall,
): Promise<CallResult> {
  const { db, breakers } = services;
  const { connection, side } = call;
  const row = await findConnection(scope, db, connection);
  if (!row) return effectFailed('connection.unknown');
  const found = settingsOf(row, side);
  if (!found) return effectFailed('connection.not-set-up');
  const request = requestOf(services, scope, found, call);
  if (!request.ok) return request.error;
  const line = { account: scope.account, connection, side };
  const admission = breakers.admit(line);
  if (!admission.admitted) return effectFailed('call.paused', { retryAfter: admission.retryAfter });
  const result = await tryRepeatedly(services, request.value, call.retries ?? found.settings.retries);
  breakers.tell(line, { isIll: isIll(result), isTrial: admission.isTrial });
  return result;
}

/** The request that a call becomes with the settings of its connection and its secret. */
export function requestOf(
  { secrets }: Pick<CallServices, 'secrets'>,
  scope: AccountScope,
  found: ConnectionSettings,
  call: Omit<ConnectionCall, 'retries'>,
): Result<OutgoingCall, EffectFailed> {
  const { baseUrl, headers, timeLimit } = found.settings;
  const url = targetBelow(baseUrl, call.path, call.query);
  if (!url.ok) return url;
  const secret = secretOf(secrets, scope, found, call);
  if (!secret.ok) return secret;
  const credentials = credentialsOf(found, secret.value);
  return ok({
    method: call.method,
    url: url.value,
    headers: headersOf(headers, call.headers ?? {}),
    ...(credentials ? { credentials } : {}),
    ...(call.body ? { body: call.body } : {}),
    id: call.id,
    timeLimit: Math.min(call.timeLimit ?? timeLimit, LIMITS.callTime),
  });
}

function headersOf(own: readonly Header[], added: { readonly [name: string]: string }): readonly Header[] {
  const names = new Set(Object.keys(added).map((name) => name.toLowerCase()));
  const kept = own.filter(({ name }) => !names.has(name.toLowerCase()));
  return [...kept, ...Object.entries(added).map(([name, value]) => ({ name, value }))];
}

type Header = NonNullable<OutgoingCall['headers']>[number];

/** The secret in the clear; empty where there is none. */
export function secretOf(
  secrets: SecretBox,
  scope: AccountScope,
  { settings, sealed }: ConnectionSettings,
  { connection, side }: Pick<ConnectionCall, 'connection' | 'side'>,
): Result<string, EffectFailed> {
  if (settings.authentication.kind === 'none') return ok('');
  const opened = sealed === null ? undefined : secrets.open(connectionPlace(scope.account, connection, side), sealed);
  return opened?.ok ? opened : { ok: false, error: effectFailed('secret.unreadable') };
}

/** The header that says who calls. */
export function credentialsOf({ settings }: ConnectionSettings, secret: string) {
  const { authentication } = settings;
  switch (authentication.kind) {
    case 'none':
      return undefined;
    case 'basic': {
      const text = Buffer.from(`${authentication.user}:${secret}`, 'utf8').toString('base64');
      return { name: 'authorization', value: `Basic ${text}` };
    }
    case 'bearer':
      return { name: 'authorization', value: `Bearer ${secret}` };
    case 'header':
      return { name: authentication.name, value: secret };
  }
}

/** Reading, and what puts or removes a whole thing, may be done twice (RFC 9110, section 9.2.2). */
const REPEATABLE: readonly CallMethod[] = ['GET', 'PUT', 'DELETE'];

async function tryRepeatedly(
  { outgoing, clock, random }: CallServices,
  request: OutgoingCall,
  retries: number,
): Promise<CallResult> {
  const began = performance.now();
  const rules = { retries, timeLimit: request.timeLimit, repeatable: REPEATABLE.includes(request.method) };
  for (let tries = 1; ; tries++) {
    const left = request.timeLimit - (performance.now() - began);
    const tried = judged(await guardedCall(outgoing, { ...request, timeLimit: left }), clock);
    const took = Math.round(performance.now() - began);
    if (tried.status === 'timed-out') return effectTimedOut(request.timeLimit, took);
    const result = { ...tried, took };
    if (result.status === 'done') return result;
    const { code, retryAfter } = result;
    const failed = { code, tries, elapsed: result.took, ...(retryAfter === undefined ? {} : { retryAfter }) };
    const wait = waitBeforeRetry(failed, rules, random);
    if (wait === null) return result;
    await pause(wait);
  }
}

/** An answer that says it went wrong is a failure, whether its words could be read or not. */
function judged(result: CallResult, clock: Clock): CallResult {
  if (result.status === 'timed-out') return result;
  const answer = answerOf(result);
  if (answer === undefined || answer.http < 400) return result;
  const code = codeOf(answer.http);
  const retryAfter = result.status === 'done' ? retryAfterOf(result.headers['retry-after'], clock.now()) : undefined;
  return effectFailed(code, {
    detail: `${EFFECT_FAILURES[code].title} (HTTP ${answer.http})`,
    took: result.took,
    answer,
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

function answerOf(result: CallDone | EffectFailed): EffectFailed['answer'] {
  if (result.status === 'failed') return result.answer;
  return { http: result.http, type: result.headers['content-type'] ?? '', text: result.body.text };
}

function codeOf(http: number) {
  if ([408, 425, 429].includes(http)) return 'call.busy';
  return http < 500 ? 'call.rejected' : 'call.unavailable';
}

function isIll(result: CallResult): boolean {
  if (result.status === 'timed-out') return EFFECT_FAILURES['net.timed-out'].ill;
  return result.status === 'failed' && EFFECT_FAILURES[result.code].ill;
}
