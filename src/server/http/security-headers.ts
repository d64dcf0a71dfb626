import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** For everything that is no page: nothing may be loaded, framed or run from it. */
const POLICY_OF_DATA = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * For the pages of the web build: scripts of our own only, no eval, no inline script; styles of our own and those that
 * carry this answer's nonce; DOM sinks guarded by Trusted Types with the one policy for starting workers.
 */
export function policyOfPage(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "media-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types waymark-worker',
  ].join('; ');
}

/** A word for one answer that nobody can guess. */
export function newNonce(): string {
  return randomBytes(16).toString('base64url');
}

/** Puts the headers that every answer carries; a page puts its own policy in place of the strictest. */
export function sendSecurityHeaders(app: FastifyInstance, options: { readonly https: boolean }): void {
  const headers = {
    'content-security-policy': POLICY_OF_DATA,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    ...(options.https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}
