import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { newNonce, policyOfPage } from './security-headers.ts';

/** Each application's page answers every address below its own. */
const PAGES = [
  ['/', 'console'],
  ['/console', 'console'],
  ['/sign-in', 'console'],
  ['/designer', 'designer'],
  ['/desk', 'desk'],
  ['/play', 'player'],
] as const;

/** What the build puts into the page where the nonce of each answer belongs. */
const NONCE_PLACE = /__WAYMARK_NONCE__/g;

const A_YEAR = 31_536_000;

/** Serves the web build where it was made; without it the API alone. */
export async function serveWebBuild(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['**/*.html', '.vite/**'],
    cacheControl: false,
    setHeaders(reply, path) {
      // Files below assets/ have a hash of their content in their name.
      const lasting = path.includes('/assets/');
      void reply.header('cache-control', lasting ? `public, max-age=${A_YEAR}, immutable` : 'no-cache');
      // Pages of other sites may load the player.
      void reply.header('access-control-allow-origin', '*');
      void reply.header('cross-origin-resource-policy', 'cross-origin');
    },
  });
  for (const [address, name] of PAGES) {
    const file = join(folder, name, 'index.html');
    if (!existsSync(file)) continue;
    const html = readFileSync(file, 'utf8');
    const answer = async (_request: unknown, reply: FastifyReply) => sendPage(reply, html);
    app.get(address, { schema: { hide: true } }, answer);
    if (address !== '/') app.get(`${address}/*`, { schema: { hide: true } }, answer);
  }
}

function sendPage(reply: FastifyReply, html: string): FastifyReply {
  const nonce = newNonce();
  return reply
    .header('content-security-policy', policyOfPage(nonce))
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .serializer(String)
    .send(html.replace(NONCE_PLACE, nonce));
}
