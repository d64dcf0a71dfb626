import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'waymark';

/** Hands the browser its token; scripts never see it, other sites never send it with a write. */
export function setCookie(reply: FastifyReply, token: string, options: { maxAge: number; https: boolean }): void {
  void reply.setCookie(COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: options.https,
    maxAge: Math.floor(options.maxAge / 1000),
  });
}

export function clearCookie(reply: FastifyReply): void {
  void reply.clearCookie(COOKIE, { path: '/' });
}

/** What stands between our name and the next cookie; our tokens have no other characters. */
const OURS = new RegExp(`(?:^|; *)${COOKIE}=([A-Za-z0-9_-]+)(?:;|$)`);

/** Read from the header itself: every request asks, and few have more than this one. */
export function cookieOf(request: FastifyRequest): string | undefined {
  const { cookie } = request.headers;
  return cookie === undefined ? undefined : OURS.exec(cookie)?.[1];
}
