import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';

const HALF_A_CHARACTER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON that comes from outside: nested no deeper than the limit, without keys that reach into prototypes and
 * without texts that cannot be stored.
 *
 * @returns the value, or a sentence that says what is wrong
 */
export function readSafeJson(text: string): Result<Json, string> {
  if (isDeep(text)) return fail(`Objects and lists nest deeper than ${LIMITS.nesting}.`);
  const value = parsed(text);
  if (value === undefined) return fail('The body is not well-formed JSON.');
  const unsafe = whatIsUnsafe(value);
  return unsafe === undefined ? ok(value) : fail(unsafe);
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Over the raw text, so that depth a million never reaches a recursive walk. */
function isDeep(text: string): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (quoted) {
      if (c === 0x5c) i++;
      else if (c === 0x22) quoted = false;
    } else if (c === 0x22) quoted = true;
    else if (c === 0x7b || c === 0x5b) {
      if (++depth > LIMITS.nesting) return true;
    } else if (c === 0x7d || c === 0x5d) depth--;
  }
  return false;
}

/** What in a value could not be stored or would be dangerous as a key, in a sentence. */
export function whatIsUnsafe(value: Json): string | undefined {
  if (typeof value === 'string') {
    const isStorable = !value.includes('\u0000') && !HALF_A_CHARACTER.test(value);
    return isStorable ? undefined : 'A text holds a NUL or half a character, which cannot be stored.';
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return firstOf(value);
  for (const [key, member] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) return `“${key}” cannot be a key.`;
    const unsafe = firstOf([key, member ?? null]);
    if (unsafe !== undefined) return unsafe;
  }
  return undefined;
}

function firstOf(values: readonly Json[]): string | undefined {
  for (const value of values) {
    const unsafe = whatIsUnsafe(value);
    if (unsafe !== undefined) return unsafe;
  }
  return undefined;
}
