import type { ConnectionSide } from '#api/connections.ts';
import { type CallRequest, type EffectResult, SECRET } from '#contract/effect.ts';
import type { ConnectionKey } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject, own } from '#prelude/json.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { AccountScope } from '#store/scope.ts';
import { type CallServices, callConnection } from './call-connection.ts';
import { callBodyOf } from './outgoing-call.ts';
import type { CallResult } from './results.ts';

interface CallErrand {
  readonly scope: AccountScope;
  readonly side: ConnectionSide;
  readonly request: CallRequest;
  /** The same for each repetition of this call. */
  readonly id: string;
  /** Secrets of the session's frame, by the key of their variable. */
  readonly secrets: JsonObject;
}

/** Calls a connection of the account for a session. Whatever the outside does is a result. */
export async function performCall(services: CallServices, errand: CallErrand): Promise<EffectResult> {
  const { scope, side, request, id, secrets } = errand;
  const filled = request.body === undefined ? ok(undefined) : fillMembers(request.body, secrets);
  if (!filled.ok) {
    return {
      status: 'failed',
      code: 'effect.secret-gone',
      message: `The secret ${filled.error} is no longer in memory`,
    };
  }
  const body = filled.value && callBodyOf(filled.value, request.format);
  const result = await callConnection(services, scope, {
    connection: request.connection as ConnectionKey,
    side,
    method: request.method,
    path: request.path,
    query: request.query,
    headers: request.headers,
    ...(body ? { body } : {}),
    ...(request.timeLimit === undefined ? {} : { timeLimit: request.timeLimit }),
    ...(request.retries === undefined ? {} : { retries: request.retries }),
    id,
  });
  return resultOf(result);
}

function resultOf(result: CallResult): EffectResult {
  switch (result.status) {
    case 'done':
      return { status: 'done', http: result.http, value: answered(result.body) };
    case 'failed': {
      const http = result.answer ? { http: result.answer.http } : {};
      return { status: 'failed', code: result.code, message: result.message, ...http };
    }
    case 'timed-out':
      return { status: 'timed-out' };
  }
}

function answered(body: (CallResult & { readonly status: 'done' })['body']): Json {
  if (body.kind === 'none') return null;
  return body.kind === 'text' ? body.text : body.value;
}

/** Puts secrets where they are marked; the error names one that memory does not hold. */
function fill(value: Json, secrets: JsonObject): Result<Json, string> {
  if (Array.isArray(value)) {
    const items: Json[] = [];
    for (const item of value as readonly Json[]) {
      const filled = fill(item, secrets);
      if (!filled.ok) return filled;
      items.push(filled.value);
    }
    return ok(items);
  }
  if (!isJsonObject(value)) return ok(value);
  const key = value[SECRET];
  if (typeof key !== 'string') return fillMembers(value, secrets);
  const secret = own(secrets, key);
  return secret === undefined ? fail(key) : ok(secret);
}

function fillMembers(values: JsonObject, secrets: JsonObject): Result<JsonObject, string> {
  const members: [string, Json][] = [];
  for (const [name, member] of Object.entries(values)) {
    const filled = fill(member ?? null, secrets);
    if (!filled.ok) return filled;
    members.push([name, filled.value]);
  }
  return ok(Object.fromEntries(members));
}
