import type { CallMethod } from '#api/connections.ts';
import { headerName, headerValue } from '#api/outgoing.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { ok, type Result } from '#prelude/result.ts';
import { ACCEPTED_ENCODINGS } from './answer-body.ts';
import { type EffectFailed, effectFailed } from './results.ts';
import { writeXml } from './xml.ts';

export type CallBody =
  | { readonly kind: 'json'; readonly value: Json }
  /** Whole and well-formed; it is sent as it is. */
  | { readonly kind: 'xml'; readonly text: string };

/** Values in the format that the other side reads. */
export function callBodyOf(values: JsonObject, format: 'json' | 'xml'): CallBody {
  return format === 'json' ? { kind: 'json', value: values } : { kind: 'xml', text: writeXml(values) };
}

/** One call to an outside system. */
export interface OutgoingCall {
  readonly method: CallMethod;
  /** Whole: `https://crm.example.org/api/customers/17`. */
  readonly url: string;
  readonly headers?: readonly { readonly name: string; readonly value: string }[];
  /** The header that says who calls. */
  readonly credentials?: { readonly name: string; readonly value: string };
  readonly body?: CallBody;
  /** Sent as `Idempotency-Key`, so that the other side can tell a repetition from a new call. */
  readonly id?: string;
  /** Milliseconds for all of it, redirects included. */
  readonly timeLimit: number;
}

/** What is written to the socket, checked. */
export interface WrittenCall {
  /** For the server that was called. */
  readonly headers: Readonly<Record<string, string>>;
  /** For another one that it redirects to: nothing that was meant for the first. */
  readonly headersElsewhere: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const EVERYWHERE = {
  accept: 'application/json, application/xml;q=0.9, text/xml;q=0.9, text/plain;q=0.8',
  'accept-encoding': ACCEPTED_ENCODINGS,
  'user-agent': 'Waymark',
};

/** Checks what is sent: nobody can add a header with a line break in a value, and nothing has no limit. */
export function writeCall(call: OutgoingCall): Result<WrittenCall, EffectFailed> {
  const { headers = [], credentials, body, id } = call;
  if (headers.length > LIMITS.callHeaders) return bad(`There are more than ${LIMITS.callHeaders} headers`);
  const own: Record<string, string> = {};
  for (const { name, value } of headers) {
    if (!headerName.safeParse(name).success) return bad(`“${name.slice(0, 40)}” cannot be the name of a header`);
    if (!isHeaderValue(value)) return bad(`The header ${name} cannot hold this value`);
    own[name.toLowerCase()] = value;
  }
  if (credentials) {
    if (!isHeaderValue(credentials.value)) return bad('The secret cannot be sent in a header');
    own[credentials.name.toLowerCase()] = credentials.value;
  }
  if (id !== undefined) {
    if (!isHeaderValue(id)) return bad('The id of the call cannot be sent in a header');
    own['idempotency-key'] = id;
  }
  if (body === undefined) return ok({ headers: { ...EVERYWHERE, ...own }, headersElsewhere: EVERYWHERE, body });
  const text = body.kind === 'json' ? JSON.stringify(body.value) : body.text;
  if (Buffer.byteLength(text) > LIMITS.callBytes)
    return bad(`The body is larger than ${LIMITS.callBytes / 1_000_000} MB`);
  const type = body.kind === 'json' ? 'application/json' : 'application/xml; charset=utf-8';
  return ok({
    headers: { ...EVERYWHERE, 'content-type': type, ...own },
    headersElsewhere: EVERYWHERE,
    body: text,
  });
}

/** Taken as it is: a line break at its end counts, too. */
function isHeaderValue(value: string): boolean {
  return headerValue.safeParse(value).data === value;
}

function bad(detail: string): Result<never, EffectFailed> {
  return { ok: false, error: effectFailed('call.bad-request', { detail }) };
}
