import { isFaultOfText } from '#expressions/errors.ts';
import { parseTemplate } from '#expressions/template.ts';
import { millisecondsOf } from '#prelude/duration.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { type CallRequest, holdsSecretMark, SECRET, secretMark } from '../effect.ts';
import type { Failure, RunContext } from '../element-type.ts';
import type { CallSettings } from './call-settings.ts';

/** Codes of calls that could be made with other values: the Interaction itself is not at fault. */
export const UNMET: ReadonlySet<string> = new Set(['call.no-value', 'call.too-large', 'call.secret-mark']);

/**
 * The call that settings stand for in this run: values are put in and encoded, so that none of them can become another
 * path or header. A secret is only marked; it may go into the body alone, as addresses and headers are logged on the way.
 *
 * @param beside values of variables that are about to be set, such as an answer that is to be checked
 */
export function callRequest(
  call: CallSettings,
  context: RunContext,
  beside?: JsonObject,
): Result<CallRequest, Failure> {
  const path = pathOf(call.path, context, beside);
  if (!path.ok) return path;
  const query: { [name: string]: string } = {};
  const headers: { [name: string]: string } = {};
  const body: { [name: string]: Json } = {};
  for (const input of call.inputs) {
    const secrets = context.secretsOf(input.value);
    const { value, error } = context.evaluate(input.value, beside);
    // A value that is not there, such as a field of a record that lacks it, is sent as nothing.
    if (error && isFaultOfText(error.code)) {
      return failure(error.code, `“${input.name}” cannot be sent: ${error.message}`);
    }
    if (secrets.length > 0) {
      const [key] = secrets;
      if (input.in !== 'body' || key === undefined || input.value.trim() !== key) {
        return failure('call.secret-place', `“${input.name}” is secret: send it by itself, and in the body`);
      }
      put(body, input.name, secretMark(key));
    } else if (holdsSecretMark(value)) {
      // Such as an answer of another system, which would have a secret sent to it that nobody meant for it.
      return failure('call.secret-mark', `“${input.name}” holds a member called ${SECRET}, which cannot be sent`);
    } else if (input.in === 'body') put(body, input.name, value);
    else if (value !== null) (input.in === 'query' ? query : headers)[input.name] = textOf(value);
  }
  const request: CallRequest = {
    kind: 'call',
    connection: call.connection,
    method: call.method,
    path: path.value,
    query,
    headers,
    ...(call.method === 'GET' || Object.keys(body).length === 0 ? {} : { body }),
    format: call.format ?? 'json',
    ...(call.timeLimit === undefined ? {} : { timeLimit: Math.min(millisecondsOf(call.timeLimit), LIMITS.callTime) }),
    ...(call.retries === undefined ? {} : { retries: call.retries }),
  };
  return JSON.stringify(request).length > LIMITS.effectText
    ? failure('call.too-large', `The call carries more than ${LIMITS.effectText} characters`)
    : ok(request);
}

function pathOf(path: string, context: RunContext, beside: JsonObject | undefined): Result<string, Failure> {
  const template = parseTemplate(path);
  if (!template.ok) return failure(template.error.code, `The path cannot be read: ${template.error.message}`);
  let text = '';
  for (const part of template.value.parts) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    const { source } = part.expression;
    if (context.secretsOf(source).length > 0) return failure('call.secret-place', 'A secret may not stand in a path');
    const { value, error } = context.evaluate(source, beside);
    if (error && isFaultOfText(error.code)) {
      return failure(error.code, `The path cannot be filled: ${error.message}`);
    }
    // An address with a hole in it is another address: of all customers instead of one.
    if (value === null || value === '')
      return failure('call.no-value', `The path needs {${source}}, which has no value`);
    text += encodeURIComponent(textOf(value));
  }
  return ok(text);
}

/** `address.city` becomes a member of a member. */
function put(body: { [name: string]: Json }, name: string, value: Json): void {
  const [first = name, ...rest] = name.split('.');
  if (rest.length === 0) {
    Object.defineProperty(body, first, { value, enumerable: true, configurable: true, writable: true });
    return;
  }
  const before = Object.hasOwn(body, first) ? body[first] : undefined;
  const inner: { [name: string]: Json } = isRecord(before) ? { ...before } : {};
  put(inner, rest.join('.'), value);
  Object.defineProperty(body, first, { value: inner, enumerable: true, configurable: true, writable: true });
}

function isRecord(value: Json | undefined): value is JsonObject & { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function failure(code: string, message: string): { readonly ok: false; readonly error: Failure } {
  return fail({ do: 'fail', code, message });
}
