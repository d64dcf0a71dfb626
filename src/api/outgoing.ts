import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';

/**
 * Headers that the server writes itself, or that carry secrets: those are entered as authentication, which is stored
 * encrypted and never shown again.
 */
const NOT_FREE: ReadonlySet<string> = new Set([
  'accept-encoding',
  'authorization',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'expect',
  'forwarded',
  'host',
  'idempotency-key',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

/** The name of a header (RFC 9110, section 5.1) that people may choose. */
export const headerName = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/, 'a header is named like X-Customer-System')
  .refine(isFree, 'this header is written by the server; passwords and tokens belong under Authentication');

/** What a header may say: no line break, so that nobody can add another header with it. */
export const headerValue = z
  .string()
  .trim()
  .min(1)
  .max(LIMITS.headerLength)
  .regex(/^[\x20-\x7e]*$/, 'a header holds letters, digits and signs of ASCII on one line');

export const outgoingHeaders = z
  .array(z.strictObject({ name: headerName, value: headerValue }))
  .max(LIMITS.callHeaders)
  .refine(areDistinct, 'a header stands here twice');

/** A password, token or key on its way in. It never comes out again. */
export const secretText = z
  .string()
  .min(1)
  .max(LIMITS.secretLength)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a secret may not hold
  .regex(/^[^\u0000-\u001f\u007f]*$/, 'a secret stands on one line');

/** The same where it is sent as it is, in a header. */
export const secretForHeader = secretText.regex(
  /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/,
  'a token holds letters, digits and signs of ASCII, without blanks around it',
);

/** Whether a secret is there: it can be used; it was sealed with a key that this server no longer has; there is none. */
export const secretState = z.enum(['set', 'unreadable', 'none']);

export type SecretState = z.infer<typeof secretState>;

function isFree(name: string): boolean {
  return !NOT_FREE.has(name.toLowerCase());
}

function areDistinct(headers: readonly { readonly name: string }[]): boolean {
  return new Set(headers.map(({ name }) => name.toLowerCase())).size === headers.length;
}
