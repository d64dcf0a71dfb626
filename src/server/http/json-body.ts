import type { FastifyInstance } from 'fastify';
import { LIMITS } from '#prelude/limits.ts';

/** Asked first, since it is fast and seldom true. */
const UNUSUAL = /[^ -\ud7ff\ue000-\uffff]/;
const HALF_A_CHARACTER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Refused before anything is built from it. Fastify knows the code. */
class NotJson extends Error {
  readonly code = 'FST_ERR_CTP_INVALID_JSON_BODY';
  readonly statusCode = 400;
}

/**
 * The one parser of bodies: JSON only, nested no deeper than the limit, without keys that reach into prototypes and
 * without texts that cannot be stored. An empty body is none.
 */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, body === '' ? undefined : parseJson(String(body)));
    } catch (error) {
      done(error instanceof Error ? error : new NotJson(String(error)), undefined);
    }
  });
}

function parseJson(text: string): unknown {
  refuseDeep(text);
  const value = parsed(text);
  refuseUnsafe(value);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotJson('The body is not well-formed JSON.');
  }
}

/** Over the raw text, so that depth a million never reaches a recursive walk. */
function refuseDeep(text: string): void {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 0x5c) i++;
      else if (c === 0x22) quoted = false;
    } else if (c === 0x22) quoted = true;
    else if (c === 0x7b || c === 0x5b) {
      if (++depth > LIMITS.nesting) throw new NotJson(`Objects and lists nest deeper than ${LIMITS.nesting}.`);
    } else if (c === 0x7d || c === 0x5d) depth--;
  }
}

function refuseUnsafe(value: unknown): void {
  if (typeof value === 'string') {
    if (UNUSUAL.test(value) && (value.includes('\u0000') || HALF_A_CHARACTER.test(value))) {
      throw new NotJson('A text holds a NUL or half a character, which cannot be stored.');
    }
  } else if (Array.isArray(value)) {
    for (const item of value) refuseUnsafe(item);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      if (FORBIDDEN_KEYS.has(key)) throw new NotJson(`“${key}” cannot be a key.`);
      refuseUnsafe(key);
      refuseUnsafe(member);
    }
  }
}
