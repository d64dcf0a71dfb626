import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
// Its types add `hide` to what a route of the server says.
import type {} from '@fastify/swagger';
import { fastify } from 'fastify';
import { onTestFinished } from 'vitest';
import { newNonce, policyOfPage, sendSecurityHeaders } from '#server/http/security-headers.ts';
import { serveWebBuild } from '#server/http/web-build.ts';

/**
 * Serves a built folder as the product does, with its headers, on a free port of this machine; the page of all
 * components too, where the folder holds it. Ends with the test that asked. Returns such as "http://127.0.0.1:40123".
 */
export async function servePages(folder: string): Promise<string> {
  const app = fastify({ forceCloseConnections: true });
  sendSecurityHeaders(app, { https: false });
  await serveWebBuild(app, folder);
  app.get('/ui-gallery', async (_request, reply) => {
    const page = await readFile(join(folder, 'ui/gallery/index.html'), 'utf8');
    const nonce = newNonce();
    return reply
      .header('content-security-policy', policyOfPage(nonce))
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('__WAYMARK_NONCE__', nonce));
  });
  onTestFinished(() => app.close());
  return app.listen({ host: '127.0.0.1', port: 0 });
}
